import type { Message, Outcome, User } from './message.ts';

/** What the page is told about a command; Discord's own words. */
export type CommandView = {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  readonly name_localizations?: Localizations;
  readonly description: string;
  readonly description_localizations?: Localizations;
  readonly options?: readonly OptionView[] | undefined;
};

export type OptionView = {
  readonly type: number;
  readonly name: string;
  readonly name_localizations?: Localizations;
  readonly description: string;
  readonly description_localizations?: Localizations;
  readonly required?: boolean | undefined;
  readonly autocomplete?: boolean | undefined;
  readonly choices?:
    | readonly {
        readonly name: string;
        readonly name_localizations?: Localizations;
        readonly value: string | number;
      }[]
    | undefined;
  readonly min_length?: number | undefined;
  readonly max_length?: number | undefined;
  readonly min_value?: number | undefined;
  readonly max_value?: number | undefined;
};

type Localizations = Readonly<Record<string, string>> | null | undefined;

/** A command with its options, one click away while a channel is empty. */
export type Example = {
  /** The language that it is in, as Discord names it. */
  readonly locale: string;
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
};

/** All that one user sees, in every channel. */
export type View = {
  readonly user: User;
  readonly users: readonly User[];
  readonly bot: User;
  /** The id of the channel in each place. */
  readonly channels: Readonly<Record<Place, string>>;
  readonly commands: readonly CommandView[];
  readonly messages: readonly Message[];
  readonly examples: readonly Example[];
};

export type Place = 'guild' | 'direct' | 'group';

/** What the page is told as it happens. The whole view comes first, and again after a lost connection. */
export type ViewEvent =
  | { readonly type: 'view'; readonly view: View }
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'deletion'; readonly id: string }
  | { readonly type: 'commands'; readonly commands: readonly CommandView[] };

export type ActionResult = { readonly outcome: Outcome } | { readonly error: string };
