import { paths } from '#paths'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import { CertificateTable } from './certificate-table.tsx'
import { DeploymentTable } from './deployment-table.tsx'
import type { ProductPageView } from './view.ts'

/** Certificates and deployments: what the firm declares, and apart from it what accepted pilots prove. */
export function ProductRecords({ view }: { view: ProductPageView }) {
  const t = useT()
  const { certificates, deployments, evidence, can } = view
  const { entries, accepted } = evidence
  const hidden = accepted - entries.length
  return (
    <>
      <Section title={t('product.certificate.part')} note={t('product.certificate.declared')}>
        <CertificateTable rows={certificates} />
        {can.record.ok && (
          <Actions className="mt3">
            <ButtonLink look="line" size="sm" href={paths.productCertificates(view.id)}>
              {t('product.certificate.title')}
            </ButtonLink>
          </Actions>
        )}
      </Section>
      <Section title={t('product.deployment.part')}>
        {accepted > 0 && (
          <ul className="verified">
            {entries.map(entry => (
              <li key={entry.id}>
                <b>{t('product.deployment.verified')}</b>{' '}
                <Link href={paths.entry(entry.id)}>{entry.title}</Link>{' '}
                <span className="ink2">
                  {t('product.deployment.verifiedUnits', { n: entry.units })}
                  {entry.acceptedAt &&
                    ` ${t('product.deployment.acceptedAt', { time: t.date(entry.acceptedAt) })}`}
                </span>
              </li>
            ))}
            {hidden > 0 && <li className="ink2">{t('product.deployment.hidden', { n: hidden })}</li>}
          </ul>
        )}
        {deployments.length > 0 && (
          <>
            <p className="t13 ink3">
              {t(view.source === 'report' ? 'product.deployment.reported' : 'product.deployment.declared')}
            </p>
            <DeploymentTable rows={deployments} />
          </>
        )}
        {accepted === 0 && deployments.length === 0 && (
          <p className="unsaid">{t('product.deployment.none')}</p>
        )}
        {can.record.ok && (
          <Actions className="mt3">
            <ButtonLink look="line" size="sm" href={paths.productDeployments(view.id)}>
              {t('product.deployment.title')}
            </ButtonLink>
          </Actions>
        )}
      </Section>
    </>
  )
}
