// Discord refuses what goes beyond these. Lengths are in characters.
export const maxContentLength = 2_000;
export const maxCommands = 100;
export const maxMenuCommands = 15;
/** Of a command's name, description, options and choices together, each in its longest language. */
export const maxCommandLength = 8_000;
export const maxNameLength = 32;
export const maxDescriptionLength = 100;
export const maxOptions = 25;
export const maxChoices = 25;
export const maxChoiceLength = 100;
export const maxStringOptionLength = 6_000;
/** Of all embeds of a message together. */
export const maxEmbedsLength = 6_000;
export const maxRows = 5;
export const maxRowButtons = 5;
export const maxCustomIdLength = 100;
/** Of a message in Components V2, nested ones counted too. */
export const maxComponents = 40;
/** Of all texts of a message in Components V2 together. */
export const maxDisplayLength = 4_000;
export const maxAttachments = 10;
/** Of one file, and of a whole request, in bytes. */
export const maxFileSize = 10 * 1024 * 1024;
export const maxRequestSize = 25 * 1024 * 1024;
/** To one interaction, where the app is installed by the user alone and is not in the server. */
export const maxUserInstallFollowUps = 5;

/** How long Discord waits for the first response to an interaction, in milliseconds. */
export const responseTimeMs = 3_000;
/** How long an interaction's token can be used after it, in milliseconds. */
export const interactionTokenLifetimeMs = 15 * 60_000;
