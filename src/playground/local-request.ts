import type { IncomingMessage } from 'node:http';

/**
 * Whether a request is meant for this server and comes from its own page or from no page at all. What is refused so:
 * a foreign page, and one whose host name was made to point here (DNS rebinding).
 */
export function isLocal({ headers, socket }: IncomingMessage): boolean {
  const hosts = ['127.0.0.1', 'localhost'].map((name) => `${name}:${socket.localPort}`);
  const { host = '', origin } = headers;
  return hosts.includes(host) && (origin === undefined || origin === `http://${host}`);
}
