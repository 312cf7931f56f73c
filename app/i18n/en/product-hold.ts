import type { Shape } from '../translate.ts'
import type { product as zh } from '../zh/product-hold.ts'

export const product = {
  hold: {
    title: {
      firm: 'The firm has suspended this listing; it is not public',
      bureau: 'The bureau has suspended this listing; it is not public',
    },
    since: { firm: 'Suspended by the firm', bureau: 'Decided by the bureau' },
    note: 'Note',
    reason: 'Reason',
    noReason: 'None given',
    appealed: 'The firm asked on {time}',
    appealSaid: 'The firm asked on {time}: {reason}',
    way: {
      own: 'You may resume it at any time. Bids and pilots keep the version they pinned.',
      object:
        'If you think the suspension is wrong, ask for it to be lifted and say why; another officer answers. If the content is wrong, revise it: the new version is shown once it passes the review. Bids and pilots keep the version they pinned.',
      waits: 'You have asked for it to be lifted; the bureau answers. You may also submit a new version.',
      desk: 'What its firm has suspended, the firm resumes; what the bureau has, the bureau lifts.',
    },
    can: {
      answer: 'Answer the firm’s request',
      resumeNote: 'Public again at once',
      appealNote: 'Another officer answers',
    },
    waits: {
      own: 'The firm, to resume it',
      firm: 'The firm, to ask or revise',
      bureau: 'Municipal bureau',
    },
    revise: 'Revise and show again',
    reviseText:
      'The new version starts as a copy. The suspended version is no longer the public one; the product is public again once the new version passes the review. Bids and pilots keep the version they pinned.',
    revision:
      'The revision under way rests with it. When the listing is resumed it is a draft again; what was submitted has to be submitted anew.',
    suspend: {
      title: 'Suspend the listing',
      text: 'The public no longer sees this product from now on: not in lists, search, matches, comparisons or feeds, and unanswered introductions and questions say so. Bids and pilots keep the version they pinned. Your organisation may resume it at any time.',
      hint: 'Such as “out of production until March”. Read by your organisation and the bureau',
    },
    halt: {
      title: 'Suspend as the bureau',
      text: 'The public no longer sees this product from now on. The firm is told the reason word for word; it may ask for the suspension to be lifted, which another officer answers, or submit a revised version. Only the bureau can lift it.',
      hint: 'What is wrong, and on which grounds. At least four characters',
    },
    uphold: {
      title: 'Uphold the suspension',
      text: 'Answers the firm’s request: the listing stays suspended. The firm is told the reason word for word and may ask again with something new to say.',
      hint: 'Answer what the firm wrote. At least four characters',
    },
    resume: {
      title: 'Resume the listing',
      text: 'The public sees at once the version that was shown before, and it is searched and matched again.',
    },
    appeal: {
      title: 'Ask for it to be lifted',
      text: 'To the bureau: why the suspension is wrong, or how the matter has been settled. Another officer answers; if the suspension is upheld, you are told why.',
      hint: 'At least four characters. Record evidence among the product’s certificates first and refer to it here',
    },
  },
  toast: {
    suspended: 'Suspended; the public no longer sees it',
    halted: 'Suspended; the firm has been told why',
    upheld: 'Upheld; the firm has been told why',
    resumed: 'On show again',
    appealed: 'Sent to the bureau',
  },
} satisfies Shape<typeof zh>
