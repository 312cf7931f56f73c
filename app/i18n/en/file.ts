import type { Shape } from '../translate.ts'
import type { refusal as zh } from '../zh/file.ts'

export const refusal = {
  'file.formTooMany': 'Too many files or fields were sent at once',
  'file.formTooLarge': 'Too large: a file may have {max} MiB, and so may all files of one upload together',
  'file.formBroken': 'The file did not arrive whole; choose it again',
  'file.busy': 'Many files are being received; try again in {retryAfterSeconds} seconds',
  'file.encrypted': 'The file is encrypted and cannot be read; take the password off and try again',
  'file.zipBadName': 'An entry inside the file has an abnormal name; it was not taken',
  'file.zipDamaged': 'The file is damaged or incomplete; export it again',
  'file.zipNested': 'There is an archive inside the file; upload its content by itself',
  'file.zipTooLarge': 'The file would unpack to more than {max} MiB; it was not taken',
  'file.zipTooManyEntries': 'There are more than {max} entries inside the file; it was not taken',
} satisfies Shape<typeof zh>
