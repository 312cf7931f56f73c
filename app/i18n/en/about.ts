import type { Shape } from '../translate.ts'
import type { about as zh } from '../zh/about.ts'

export const about = {
  pages: 'About this platform',
  formula: {
    title: 'Matching formula',
    lead: 'How the order comes about; anybody can work it out again',
  },
  data: {
    title: 'Data definitions',
    lead: 'What the words and figures on these pages mean',
  },
  open: {
    title: 'Open data',
    lead: 'Whatever is public can be read by programs, without signing in',
  },
  privacy: {
    title: 'Privacy',
    lead: 'Which personal data is kept, why, who sees it, and for how long',
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'What is done and what is not yet',
  },
} satisfies Shape<typeof zh>
