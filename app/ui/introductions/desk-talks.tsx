import { paths } from '#paths'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import { InquiryList, IntroductionList } from './lists.tsx'
import type { IntroductionLineView, SpokenInquiry } from './view.ts'

/** Introductions and questions that wait for the reader's own answer, among what waits on the desk. */
export function DeskTurns({
  view: { introductions, inquiries },
}: {
  view: { introductions: readonly IntroductionLineView[]; inquiries: readonly SpokenInquiry[] }
}) {
  return (
    <>
      <IntroductionList lines={introductions} />
      <InquiryList lines={inquiries} />
    </>
  )
}

/** The way to all of them, and how many are open on either side. */
export function DeskTalks({ waiting }: { waiting: number }) {
  const t = useT()
  return (
    <Section title={t('introduction.desk.title')}>
      <p className="t14">
        <Link href={paths.introductions()}>{t('introduction.desk.all', { n: waiting })}</Link>
      </p>
    </Section>
  )
}
