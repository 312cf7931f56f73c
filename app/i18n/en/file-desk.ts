import type { Shape } from '../translate.ts'
import type { file as zhFile, refusal as zhRefusal } from '../zh/file-desk.ts'

export const file: Shape<typeof zhFile> = {
  add: 'Add attachments',
  list: 'What is there',
  choose: 'Files',
  chooseHint:
    'Several at once are fine. PDF, PNG, JPEG, WebP, DOCX, XLSX, PPTX, TXT, CSV; at most {mib} MiB each, {room} more can be added. What a camera wrote into a photo, such as where it was taken, is removed.',
  purpose: 'Purpose',
  fundingHint: 'R&D funding documents are read by your organisation and the deciding officers only',
  visibleSite:
    'Seen by your organisation only. Where a scenario took this profile over and publishes the site photos, its readers see what was here when it was published.',
  visible:
    'Attachments become public with the {what} and cannot be changed directly after that; those of a scenario can be replaced by an addendum.',
  noun: { scenario: 'scenario', product: 'product', site: 'site profile' },
  submit: 'Upload',
  full: 'There are {max} attachments already; remove one first',
  remove: 'Remove',
  removeWhich: 'Remove “{name}”',
  toast: { added: 'The attachments are saved', removed: 'The attachment was removed' },
}

export const refusal = {
  'file.archive': '“{name}” is an archive; unpack it and upload what is inside',
  'file.busy': 'Many files are being received; try again in {retryAfterSeconds} seconds',
  'file.damaged': '“{name}” is damaged or incomplete; export it again',
  'file.dayFull': 'Your organisation has uploaded {max} MiB today; go on tomorrow',
  'file.empty': '“{name}” is empty',
  'file.encrypted': 'The file is encrypted and cannot be read; take the password off and try again',
  'file.executable': '“{name}” is a program, which is not taken',
  'file.formBroken': 'The file did not arrive whole; choose it again',
  'file.formTooLarge': 'Too large: a file may have {max} MiB, and so may all files of one upload together',
  'file.formTooMany': 'Too many files or fields were sent at once',
  'file.gone': 'This attachment has been removed already',
  'file.macros': '“{name}” has macros, which are not taken; save it without them',
  'file.markup': '“{name}” holds web page or script content, which is not taken',
  'file.mixed': '“{name}” hides a file of another kind; export it again',
  'file.none': 'Choose a file to upload',
  'file.oldOffice': '“{name}” is an old Office file; save it as DOCX, XLSX or PPTX',
  'file.tooLarge': '“{name}” has more than {max} MiB',
  'file.tooMany': 'At most {max} attachments',
  'file.tooManyPixels': '“{name}” has more than {max} megapixels; make it smaller',
  'file.unknown': 'There is no such file, or you may not see it',
  'file.unknownHolder': 'There is no such page, or you may not see it',
  'file.unknownKind': '“{name}” is not of a kind that is taken',
  'file.zipBadName': 'An entry inside the file has an abnormal name; it was not taken',
  'file.zipDamaged': 'The file is damaged or incomplete; export it again',
  'file.zipNested': 'There is an archive inside the file; upload its content by itself',
  'file.zipTooLarge': 'The file would unpack to more than {max} MiB; it was not taken',
  'file.zipTooManyEntries': 'There are more than {max} entries inside the file; it was not taken',
} satisfies Shape<typeof zhRefusal>
