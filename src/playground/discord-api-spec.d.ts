// The package declares its schemas as plain JavaScript, without types.
declare module 'discord-api-spec/zod' {
  import type { z } from 'zod';

  export const ApplicationCommandAutocompleteCallbackRequestSchema: z.core.$ZodType;
  export const ApplicationCommandUpdateRequestSchema: z.core.$ZodType;
  export const CreateMessageInteractionCallbackRequestSchema: z.core.$ZodType;
  export const IncomingWebhookRequestPartialSchema: z.core.$ZodType;
  export const IncomingWebhookUpdateRequestPartialSchema: z.core.$ZodType;
  export const ModalInteractionCallbackRequestSchema: z.core.$ZodType;
  export const UpdateMessageInteractionCallbackRequestSchema: z.core.$ZodType;
}
