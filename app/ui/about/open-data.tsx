import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import { AboutPage } from './about-page.tsx'
import { FactsTable } from './facts-table.tsx'

const addresses = [
  ['search', '/api/v1/search?index=scenarios&q=送药&limit=5'],
  ['scenarios', '/api/v1/scenarios?kind=open'],
  ['products', '/api/v1/products?domain=healthcare'],
  ['catalog', '/api/v1/catalog'],
] as const

const document = '/api/openapi.json'

/** 开放数据: the read API. */
export function OpenDataPage() {
  const t = useT()
  return (
    <AboutPage topic="open">
      <Section title={t('about.open.addresses')} note={t('about.open.addressesNote')}>
        <FactsTable
          caption={t('about.open.addresses')}
          heads={[t('about.open.what'), t('about.open.example')]}
          rows={[
            ...addresses.map(([key, href]) => ({
              key,
              cells: [t(`about.open.address.${key}`), <Address key={key} href={href} />],
            })),
            {
              key: 'one',
              cells: [t('about.open.address.one'), <code key="one">/api/v1/scenarios/{'{id}'}</code>],
            },
            {
              key: 'estimate',
              cells: [
                t('about.open.address.estimate'),
                <code key="estimate">POST /api/v1/rewards/estimate</code>,
              ],
            },
            {
              key: 'document',
              cells: [t('about.open.address.document'), <Address key="d" href={document} />],
            },
          ]}
        />
      </Section>
      <Section title={t('about.open.rules')}>
        <ul className="prose about__list">
          <li>{t('about.open.public')}</li>
          <li>{t('about.open.absent')}</li>
          <li>{t('about.open.money')}</li>
          <li>{t('about.open.errors')}</li>
          <li>{t('about.open.reports')}</li>
        </ul>
      </Section>
    </AboutPage>
  )
}

/** A plain anchor, which leaves the router alone: what answers is no page. */
function Address({ href }: { href: string }) {
  return (
    <a href={href}>
      <code>{href}</code>
    </a>
  )
}
