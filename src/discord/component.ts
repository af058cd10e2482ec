import type { z } from 'zod';
import type { CommandContext } from './command.ts';
import type { CustomId, StateSchema } from './custom-id.ts';
import type { Response, Row } from './reply.ts';

/** The message that a button or select is on. */
export type ComponentMessage = {
  readonly content: string;
  readonly rows: readonly Row[];
  readonly isEphemeral: boolean;
};

export type ComponentContext = CommandContext & {
  readonly message: ComponentMessage;
  /** The id of the user who presses. */
  readonly userId: string;
  /** Whether the message was posted for that user. */
  readonly isInvoker: boolean;
  /** What was chosen from a select; empty for a button. */
  readonly values: readonly string[];
};

export type Component = {
  readonly name: string;
  /** Undefined where the custom id is not one of this release. */
  readonly run: (
    parts: readonly string[],
    context: ComponentContext,
  ) => Response | Promise<Response> | undefined;
};

type Declaration<State extends StateSchema> = {
  readonly customId: CustomId<State>;
  readonly run: (state: z.output<State>, context: ComponentContext) => Response | Promise<Response>;
};

/** Makes the handler of a kind of button or select; `run` gets the state that the custom id carries. */
export function defineComponent<State extends StateSchema>({ customId, run }: Declaration<State>): Component {
  return {
    name: customId.name,
    run(parts, context) {
      const state = customId.read(parts);
      return state && run(state, context);
    },
  };
}
