import type { Shape } from '../translate.ts'
import type { addendum as zh, refusal as zhRefusal } from '../zh/addendum.ts'

export const addendum: Shape<typeof zh> = {
  files: 'Attachments',
  filesNote:
    'Adding, replacing or withdrawing an attachment always counts as material: firms quote by drawings and descriptions of the work, and no rule can tell how much a change matters. Earlier files can still be downloaded from the addendum to compare.',
  current: 'Attachments now',
  fate: 'What becomes of it',
  ofFile: ': {name}',
  keep: 'Keep',
  withdraw: 'Withdraw',
  waiting: 'Waiting to be published',
  waitingNote:
    'Seen by your organisation only. It is published with an addendum; until then nobody else can find or download it.',
  by: 'Uploaded by {by}',
  add: 'Add with this addendum',
  replace: 'Replace “{name}” with this addendum',
  hold: 'Not this time, keep it waiting',
  drop: 'Remove',
  upload: 'Upload a new attachment',
  chooseHint:
    'PDF, PNG, JPEG, WebP, DOCX, XLSX, PPTX, TXT, CSV; {mib} MiB for one and for all at once, {room} more can wait. Files chosen here are published too if you publish right away.',
  replaces: 'Takes the place of',
  replacesNone: 'None, it is added',
  act: 'Save attachments, publish later',
  kept: 'Attachments are saved as you chose, and not public yet',
  keptText: 'Everything else you typed is still here. Go on, then publish the addendum.',
  changes: 'Attachments changed',
  replaced: 'Attachment replaced',
  added: 'Attachment added',
  withdrawn: 'Attachment withdrawn',
  none: 'None',
  closed: 'Cannot be downloaded now',
  fact: '{kind}, {size}, uploaded {on}',
  hash: 'SHA-256: {hash}…',
}

export const refusal: Shape<typeof zhRefusal> = {
  'addendum.fileGone':
    'A file that was to be published has been removed or published by a colleague; please look at the attachments below again',
  'addendum.fileUnchecked':
    '“{name}” is still being checked for viruses. It can be published once it has passed, because the days that firms get would run while nobody can open it; or choose “Not this time”',
  'addendum.fileInfected': '“{name}” did not pass the virus check and cannot be published; please remove it',
  'addendum.replacesUnknown': 'The attachment that “{name}” was to replace is withdrawn; please choose again',
  'addendum.replacedTwice':
    'Another new file already takes the place that “{name}” was to take; please keep one of them',
  'addendum.sameFile': '“{name}” is byte for byte the same as another attachment; nothing would change',
  'addendum.tooManyWaiting': 'At most {max} attachments can wait; please remove some first',
}
