import { paths } from '#paths'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import { AboutPage } from './about-page.tsx'
import { FactsTable } from './facts-table.tsx'

const items = ['profile', 'secrets', 'sessions', 'notices', 'deeds', 'objection', 'logs'] as const
const heads = ['what', 'why', 'who', 'long'] as const

/** 隐私说明: the map of personal data. */
export function PrivacyPage() {
  const t = useT()
  return (
    <AboutPage topic="privacy">
      <Section title={t('about.privacy.map')} note={t('about.privacy.mapNote')}>
        <FactsTable
          caption={t('about.privacy.map')}
          heads={heads.map(head => t(`about.privacy.${head}`))}
          rows={items.map(item => ({
            key: item,
            cells: heads.map(head => t(`about.privacy.item.${item}.${head}`)),
          }))}
        />
      </Section>
      <Section title={t('about.privacy.rights')}>
        <p>{t('about.privacy.rightsText')}</p>
        <p className="mt2">
          <Link href={paths.accountPrivacy()}>{t('about.privacy.rightsLink')}</Link>
        </p>
      </Section>
    </AboutPage>
  )
}
