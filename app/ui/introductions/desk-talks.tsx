import { paths } from '#paths'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import { InquiryList, IntroductionList } from './lists.tsx'
import type { IntroductionLineView, SpokenInquiry } from './view.ts'

export interface DeskTalksView {
  introductions: readonly IntroductionLineView[]
  inquiries: readonly SpokenInquiry[]
  waiting: number
}

/** On the desk: introductions and questions that wait for the reader's own answer. */
export function DeskTalks({ view }: { view: DeskTalksView }) {
  const t = useT()
  const { introductions, inquiries, waiting } = view
  return (
    <Section title={t('introduction.desk.title')} note={t('introduction.desk.note')}>
      <IntroductionList lines={introductions} />
      <InquiryList lines={inquiries} />
      {introductions.length + inquiries.length === 0 && <p className="ink2">{t('introduction.desk.none')}</p>}
      <p className="mt3 t14">
        <Link href={paths.introductions()}>{t('introduction.desk.all', { n: waiting })}</Link>
      </p>
    </Section>
  )
}
