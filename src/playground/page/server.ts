import type { ActionResult, Place, ViewEvent } from '../view.ts';
import type { Action } from '../action.ts';

export type Sender = { readonly userId: string; readonly place: Place; readonly locale: string };

/** Does what a user does, and returns what the application answered. */
export async function act(sender: Sender, action: Action): Promise<ActionResult> {
  const response = await post('/playground/actions', { ...sender, action });
  const result: ActionResult = await response.json();
  return result;
}

/** Posts a plain message. */
export async function postMessage(sender: Sender, content: string): Promise<void> {
  await post('/playground/messages', { ...sender, content });
}

/** Watches the world as a user sees it; returns what ends that. The whole view comes again after a lost connection. */
export function watch(
  userId: string | undefined,
  { onEvent, onState }: { onEvent: (event: ViewEvent) => void; onState: (isConnected: boolean) => void },
): () => void {
  const query = userId === undefined ? '' : `?user=${userId}`;
  const source = new EventSource(`/playground/events${query}`);
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const event: ViewEvent = JSON.parse(data);
    onEvent(event);
  });
  source.addEventListener('open', () => onState(true));
  source.addEventListener('error', () => onState(false));
  return () => source.close();
}

async function post(path: string, body: object): Promise<Response> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The playground answered ${response.status}`);
  return response;
}
