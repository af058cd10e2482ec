// Discord refuses what goes beyond these. Lengths are in characters.
export const maxContentLength = 2_000;
export const maxCommands = 100;
export const maxNameLength = 32;
export const maxDescriptionLength = 100;
export const maxOptions = 25;
export const maxChoices = 25;
export const maxChoiceLength = 100;
export const maxStringOptionLength = 6_000;

/** How long Discord waits for the first response to an interaction, in milliseconds. */
export const responseTimeMs = 3_000;
/** How long an interaction's token can be used after it, in milliseconds. */
export const interactionTokenLifetimeMs = 15 * 60_000;
