import { REST, Routes } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { StandIn } from '../../src/playground/stand-in.ts';
import { startTestStandIn, token } from '../discord/connected-bot.ts';

/** Answers a fresh interaction with `response` and returns what the stand-in says to it. */
async function respond(standIn: StandIn, response: object, action: 'command' | 'autocomplete' = 'command') {
  const interactions = () => [...standIn.world.interactions.values()];
  // No bot takes part: the interaction is there to be answered all the same.
  const asked = standIn.act({ type: action, name: 'test', focused: 'x' }).catch(() => undefined);
  const interaction = interactions().at(-1);
  const url = `${standIn.apiUrl}/v10/interactions/${interaction?.id}/${interaction?.token}/callback`;
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(response),
  });
  await asked;
  return { status: answer.status, body: answer.status === 204 ? undefined : await answer.json() };
}

const wrong = { _errors: [{ code: expect.any(String), message: expect.any(String) }] };
const button = (custom_id: string) => ({ type: 2, style: 2, label: 'Press', custom_id });
const row = (...components: object[]) => ({ type: 1, components });
const select = (options: object[], more: object = {}) => ({ type: 3, custom_id: 'select', options, ...more });
const option = (value: string) => ({ label: value, value });
const message = (data: object) => ({ type: 4, data: { content: 'Hi', ...data } });
const display = (content: string) => ({ type: 10, content });
const many = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => make(index));
const inComponents = (errors: object) => ({ data: { components: errors } });
const version2 = 1 << 15;
const menu = (index: number) => ({ type: 3, name: `Menu ${index}` });
const slash = (name: string, more: object = {}) => ({ name, description: 'Fine', ...more });

describe('the limits of Discord, as the stand-in keeps them', () => {
  it.each([
    ['a message', message({ flags: 64, allowed_mentions: { parse: [] } })],
    [
      'buttons and a select',
      message({ components: [row(button('a'), button('b')), row(select([option('x')]))] }),
    ],
    ['a message in Components V2', { type: 4, data: { flags: version2, components: [display('Hi')] } }],
    [
      'a modal',
      {
        type: 9,
        data: {
          custom_id: 'm',
          title: 'T',
          components: [{ type: 18, label: 'L', component: { type: 4, custom_id: 't', style: 1 } }],
        },
      },
    ],
  ])('take %s', async (_what, response) => {
    expect(await respond(await startTestStandIn(), response)).toEqual({ status: 204, body: undefined });
  });

  it.each([
    ['content over 2,000 characters', message({ content: 'x'.repeat(2_001) }), { data: { content: wrong } }],
    [
      'a button label over 80',
      message({ components: [row({ ...button('a'), label: 'x'.repeat(81) })] }),
      inComponents({ 0: { components: { 0: { label: wrong } } } }),
    ],
    [
      'a custom id over 100',
      message({ components: [row(button('x'.repeat(101)))] }),
      inComponents({ 0: { components: { 0: { custom_id: wrong } } } }),
    ],
    [
      'a custom id twice',
      message({ components: [row(button('a'), button('a'))] }),
      inComponents({ 0: { components: { 1: { custom_id: wrong } } } }),
    ],
    [
      'a button without a custom id',
      message({ components: [row({ type: 2, style: 1, label: 'x' })] }),
      inComponents({ 0: { components: { 0: { custom_id: wrong } } } }),
    ],
    [
      'a link button without an address',
      message({ components: [row({ type: 2, style: 5, label: 'x' })] }),
      inComponents({ 0: { components: { 0: { url: wrong } } } }),
    ],
    [
      'a button with nothing on it',
      message({ components: [row({ type: 2, style: 1, custom_id: 'a' })] }),
      inComponents({ 0: { components: { 0: { label: wrong } } } }),
    ],
    [
      'six buttons in a row',
      message({ components: [row(...many(6, (index) => button(`${index}`)))] }),
      inComponents({ 0: { components: wrong } }),
    ],
    [
      'a select beside a button',
      message({ components: [row(button('a'), select([option('x')]))] }),
      inComponents({ 0: { components: wrong } }),
    ],
    ['six rows', message({ components: many(6, (index) => row(button(`${index}`))) }), inComponents(wrong)],
    [
      '26 options',
      message({ components: [row(select(many(26, (index) => option(`${index}`))))] }),
      inComponents({ 0: { components: { 0: { options: wrong } } } }),
    ],
    [
      'one value twice',
      message({ components: [row(select([option('x'), option('x')]))] }),
      inComponents({ 0: { components: { 0: { options: wrong } } } }),
    ],
    [
      'more values than options',
      message({ components: [row(select([option('x')], { max_values: 2 }))] }),
      inComponents({ 0: { components: { 0: { max_values: wrong } } } }),
    ],
    [
      'Components V2 without their flag',
      message({ components: [display('x')] }),
      inComponents({ 0: { type: wrong } }),
    ],
    [
      'content beside Components V2',
      message({ flags: version2, components: [display('x')] }),
      { data: { content: wrong } },
    ],
    [
      'over 4,000 characters in Components V2',
      {
        type: 4,
        data: { flags: version2, components: [display('x'.repeat(3_000)), display('x'.repeat(1_001))] },
      },
      inComponents(wrong),
    ],
    [
      'over 40 nested components',
      {
        type: 4,
        data: {
          flags: version2,
          components: many(8, (at) => row(...many(5, (index) => button(`${at}-${index}`)))),
        },
      },
      inComponents(wrong),
    ],
    [
      'embeds of over 6,000 characters',
      message({ embeds: [{ description: 'x'.repeat(4_000) }, { description: 'x'.repeat(2_001) }] }),
      { data: { embeds: wrong } },
    ],
    [
      'mentions both parsed and listed',
      message({ allowed_mentions: { parse: ['users'], users: ['1'] } }),
      { data: { allowed_mentions: { users: wrong } } },
    ],
    [
      'eleven attachments',
      message({ attachments: many(11, (index) => ({ id: `${index}` })) }),
      { data: { attachments: wrong } },
    ],
    [
      'a deferred reply with another flag than EPHEMERAL',
      { type: 5, data: { flags: version2 } },
      { data: { flags: wrong } },
    ],
    [
      'a modal title over 45',
      { type: 9, data: { custom_id: 'm', title: 'x'.repeat(46), components: [display('x')] } },
      { data: { title: wrong } },
    ],
    ['an update where there is no message', { type: 7, data: { content: 'x' } }, { type: wrong }],
    ['choices for a command', { type: 8, data: { choices: [] } }, { type: wrong }],
  ])('refuse %s, by its path', async (_what, response, errors) => {
    const standIn = await startTestStandIn();
    expect(await respond(standIn, response)).toEqual({
      status: 400,
      body: { code: 50035, message: 'Invalid Form Body', errors },
    });
    expect(standIn.takeViolations()).toMatchObject([{ code: 50035 }]);
  });

  it.each([
    ['26 choices', many(26, (index) => ({ name: 'x', value: `${index}` })), { choices: wrong }],
    ['a name over 100', [{ name: 'x'.repeat(101), value: 'x' }], { choices: { 0: { name: wrong } } }],
    ['a value over 100', [{ name: 'x', value: 'x'.repeat(101) }], { choices: { 0: { value: wrong } } }],
  ])('refuse autocomplete with %s', async (_what, choices, errors) => {
    const standIn = await startTestStandIn();
    const { body } = await respond(standIn, { type: 8, data: { choices } }, 'autocomplete');
    expect(body).toMatchObject({ code: 50035, errors: { data: errors } });
    expect(standIn.takeViolations()).toHaveLength(1);
  });

  it.each([
    ['a message command with spaces and capitals beside a slash command', [menu(1), slash('menu')], true],
    ['16 message commands', many(16, menu), false],
    ['a message command with a description', [{ ...menu(1), description: 'No' }], false],
    ['a localised name in capitals', [slash('fine', { name_localizations: { de: 'Laut' } })], false],
    [
      'over 8,000 characters in the longest language',
      [
        slash('fine', {
          options: many(25, (at) => ({
            type: 3,
            name: `o${at}`,
            description: 'x'.repeat(100),
            choices: many(5, (index) => ({ name: `${index}${'x'.repeat(60)}`, value: `${index}` })),
          })),
        }),
      ],
      false,
    ],
    [
      'permissions, which are a number in a string',
      [slash('fine', { default_member_permissions: '8' })],
      true,
    ],
  ])('judge %s among commands', async (_what, body, isTaken) => {
    const standIn = await startTestStandIn();
    const rest = new REST({ api: standIn.apiUrl }).setToken(token);
    const put = rest.put(Routes.applicationCommands(standIn.world.application.id), { body });
    await expect(
      put.then(
        () => true,
        () => false,
      ),
    ).resolves.toBe(isTaken);
    expect(standIn.takeViolations()).toHaveLength(isTaken ? 0 : 1);
  });
});
