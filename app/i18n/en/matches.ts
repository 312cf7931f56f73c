import type { Shape } from '../translate.ts'
import type { matches as zh } from '../zh/matches.ts'

export const matches = {
  rhythm: {
    title: 'Mail about new matches',
    note: 'When a new product fits a scenario of your organisation, or a new scenario one of its products; the platform itself shows it at once',
    label: 'How often mail comes',
    each: 'At once, what comes within a minute in one letter',
    daily: 'One letter a day at eight in the morning, none on days without new matches',
    weekly: 'One letter each Monday at eight in the morning',
    inApp: 'No mail, in the platform only',
  },
  stop: {
    title: 'Stop mail about new matches',
    ask: 'No more mail about new matches?',
    text: 'Only mail about new matches stops; decisions, deadlines and other notices go on, and the platform shows matches as before.',
    submit: 'Stop the mail',
    done: 'No mail about new matches will be sent. The platform shows them as before, and you can turn mail on again in your account.',
    stopped: 'Stopped: no more mail about new matches',
    own: 'My account',
  },
  kept: {
    scenario_one: '{n} matching product',
    scenario_other: '{n} matching products',
    product_one: '{n} matching scenario',
    product_other: '{n} matching scenarios',
    at: 'worked out {time}',
  },
  letter: {
    demandOne_one: '{n} new product fits your scenario “{title}”',
    demandOne_other: '{n} new products fit your scenario “{title}”',
    supplyOne_one: '{n} new scenario fits your product “{title}”',
    supplyOne_other: '{n} new scenarios fit your product “{title}”',
    subject_one: '{n} new match',
    subject_other: '{n} new matches',
    body: 'Dear {name},\n\nNew matches for your organisation: {n}, each with why it fits.\n\n{parts}\n\nA match is a suggestion, never a gate: any verified firm may bid.\n\nWhy you get this letter: you work on scenarios or products of your organisation, and chose “{rhythm}”. Each fact is told once.\nStop the mail about new matches (no sign-in; open it and press once): {stop}\nChange how often it comes: {own}\n\nSent by the Robot+ Exchange; please do not reply.',
    demandHead_one: '“{title}”: {n} product fits',
    demandHead_other: '“{title}”: {n} products fit',
    supplyHead_one: '“{title}”: {n} scenario fits',
    supplyHead_other: '“{title}”: {n} scenarios fit',
    demandItem: '{nth}. “{title}”, {organization}\n   Because: {why}.\n   {link}',
    supplyItem: '{nth}. “{title}”, {organization}\n   Because: {why}.\n   {link}',
    more_one: '… and {n} more, all at {all}',
    more_other: '… and {n} more, all at {all}',
    all: 'All matches: {all}',
  },
} satisfies Shape<typeof zh>
