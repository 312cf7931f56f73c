import type { Shape } from '../translate.ts'
import type { about as zh } from '../zh/about-accessibility.ts'

export const about = {
  accessibility: {
    aim: 'Aim',
    standard: 'WCAG 2.2 level AA and GB/T 37668 on the accessibility of Internet content.',
    does: 'Done',
    doing: {
      keyboard:
        'Every process can be completed by keyboard; the focus is always visible, and a link skips to the content.',
      shape: 'States speak by shape and word before colour; they survive black-and-white print.',
      table: 'Every chart has the same data as a table beside it.',
      script: 'Public pages work without JavaScript.',
      zoom: 'From 360 pixels to four-fold zoom nothing is lost and nothing scrolls sideways.',
      theme: 'Light and dark, text contrast of at least 4.5:1; no motion where the system asks for less.',
      language: 'Complete in Chinese and English, switched at the top of the page.',
    },
    gaps: 'Not done yet',
    open: {
      reader: 'No blind user has walked through the whole of it with a screen reader yet.',
      pdf: 'Attachments come from the organisations; whether they can be read aloud is not checked.',
    },
  },
} satisfies Shape<typeof zh>
