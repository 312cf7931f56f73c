import type { Shape } from '../translate.ts'
import type { about as zh } from '../zh/about-privacy.ts'

export const about = {
  privacy: {
    what: 'Data',
    why: 'For what',
    who: 'Seen by',
    long: 'Kept',
    map: 'Data map',
    mapNote: 'Only what is needed, as the Personal Information Protection Law asks',
    item: {
      profile: {
        what: 'Name, e-mail, mobile number (optional)',
        why: 'Signing in, notices, naming who handled what',
        who: 'Yourself, the owners of your organisation, the bureau; elsewhere most of it is hidden',
        long: 'Until you erase the account',
      },
      secrets: {
        what: 'Password, authenticator seed, passkeys, recovery codes',
        why: 'To prove that it is you',
        who: 'Nobody: hashes, public keys or sealed texts are stored, and the key is not in the database',
        long: 'Until replaced or erased',
      },
      sessions: {
        what: 'Time of signing in, network address, name of the browser',
        why: 'So that you notice a sign-in that was not yours',
        who: 'Yourself',
        long: 'Deleted within an hour after the session ends',
      },
      notices: {
        what: 'Notices here and how their mails fared',
        why: 'To tell you, and to prove that you were told',
        who: 'Yourself; how mails fared, the bureau too',
        long: 'Until you erase the account',
      },
      searches: {
        what: 'Saved searches: words, conditions, name, when you last looked',
        why: 'To tell you what is new',
        who: 'Yourself',
        long: 'Until you delete them or erase the account',
      },
      deeds: {
        what: 'Who did what to which object, when and why',
        why: 'So that every decision can be checked',
        who: 'The parties, the bureau, auditors',
        long: 'For as long as the law asks; after erasure every record carries a pseudonym, and the audit chain keeps a mark that leads to no name',
      },
      objection: {
        what: 'Name and contact of who objects to a public notice',
        why: 'To look into the objection',
        who: 'The approver only',
        long: 'With the objection; in no log, mail or public page',
      },
      logs: {
        what: 'Access log: time, path, status; no contents of forms, no queries',
        why: 'Faults and security',
        who: 'Operators',
        long: '180 days at least, rotated by the operator',
      },
    },
    rights: 'You may',
    rightsText:
      'See, correct and export all your data (with who has looked at it, when and why), or erase the account, under “Account and security” after signing in. In a dispute, ask the administrator of the platform.',
    rightsLink: 'To my personal data',
  },
} satisfies Shape<typeof zh>
