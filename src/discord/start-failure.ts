import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, RESTJSONErrorCodes } from 'discord.js';
import { StartError } from '../start-error.ts';

/** Turns what connecting or registering threw into one line for the person who starts the bot. */
export function toStartError(error: unknown): StartError {
  return new StartError(explain(error), { cause: error });
}

function explain(error: unknown): string {
  if (isTokenRefused(error)) {
    return 'Discord refuses DISCORD_TOKEN: copy the token again from the Bot page of the Developer Portal.';
  }
  if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.MissingAccess) {
    return 'DISCORD_GUILD_ID is the id of a server that the app has not been added to.';
  }
  if (error instanceof DiscordAPIError) {
    const reason = error.message.replaceAll('\n', '; ');
    return `Discord answered ${error.status} to ${error.method} ${new URL(error.url).pathname}: ${reason}`;
  }
  return `Discord cannot be reached${describeCause(error)}: check the network, and DISCORD_API_URL if it is set.`;
}

function isTokenRefused(error: unknown): boolean {
  if (error instanceof DiscordjsError) return error.code === DiscordjsErrorCodes.TokenInvalid;
  if (error instanceof DiscordAPIError) return error.status === 401;
  // What the gateway says when it closes with 4004; @discordjs/ws makes it a plain Error.
  return error instanceof Error && error.message === 'Authentication failed';
}

// The code or the name alone: a message can hold the address, which may hold a password.
function describeCause(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return ` (${'code' in error && typeof error.code === 'string' ? error.code : error.name})`;
}
