import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import { AboutPage } from './about-page.tsx'

const doing = ['keyboard', 'shape', 'table', 'script', 'zoom', 'theme', 'language'] as const
const open = ['reader', 'pdf'] as const

/** 无障碍说明: what is done, what is not yet. */
export function AccessibilityPage() {
  const t = useT()
  return (
    <AboutPage topic="accessibility">
      <Section title={t('about.accessibility.aim')}>
        <p className="prose">{t('about.accessibility.standard')}</p>
      </Section>
      <Section title={t('about.accessibility.does')}>
        <ul className="prose about__list">
          {doing.map(each => (
            <li key={each}>{t(`about.accessibility.doing.${each}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('about.accessibility.gaps')}>
        <ul className="prose about__list">
          {open.map(each => (
            <li key={each}>{t(`about.accessibility.open.${each}`)}</li>
          ))}
        </ul>
      </Section>
    </AboutPage>
  )
}
