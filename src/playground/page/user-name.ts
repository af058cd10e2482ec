import type { User } from '../message.ts';

/** The name that people see. */
export function nameOf({ global_name, username }: User): string {
  return global_name ?? username;
}
