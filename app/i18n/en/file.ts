import type { Shape } from '../translate.ts'
import type { file as zh } from '../zh/file.ts'

export const file: Shape<typeof zh> = {
  title: 'Attachments',
  thumbnail: 'Small picture of {name}',
  scan: {
    off: 'not checked for viruses',
    waiting: 'waiting for the virus check',
    clean: 'passed the virus check',
    infected: 'did not pass the virus check, kept apart',
  },
  withAddendum: 'addendum no. {n}',
  private: 'not public',
  manage: 'Manage attachments',
  noFiles: 'No attachments yet',
}
