import { paths } from '#paths'
import { type Column, DataTable } from '../primitives/data-table.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import { AboutPage } from './about-page.tsx'

const items = ['profile', 'secrets', 'sessions', 'notices', 'searches', 'deeds', 'objection', 'logs'] as const
type Item = (typeof items)[number]
const heads = ['what', 'why', 'who', 'long'] as const

/** 隐私说明: the map of personal data. */
export function PrivacyPage() {
  const t = useT()
  const columns = heads.map(
    (head): Column<Item> => ({
      key: head,
      head: t(`about.privacy.${head}`),
      label: t(`about.privacy.${head}`),
      header: head === 'what',
      full: true,
      cell: item => t(`about.privacy.item.${item}.${head}`),
    }),
  )
  return (
    <AboutPage topic="privacy">
      <Section title={t('about.privacy.map')} note={t('about.privacy.mapNote')}>
        <DataTable caption={t('about.privacy.map')} columns={columns} rows={items} rowKey={item => item} />
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
