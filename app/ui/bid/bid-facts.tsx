import type { CommercialForm } from '#domain/vocabulary.ts'
import { commercialForms } from '#domain/vocabulary.ts'
import { FactGrid } from '../pattern/fact-grid.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'

export interface Offer {
  priceFen: number
  commercialForm: CommercialForm
  deliveryWeeks: number
  approach: string
  deviations?: string
  support: string
}

/** The words of one bid; only a page that may show the bid draws it. */
export function BidFacts({ offer, product }: { offer: Offer; product: { name: string; version: number } }) {
  const t = useT()
  return (
    <>
      <Section title={t('bid.offer')}>
        <FactGrid
          facts={[
            { key: 'product', term: t('bid.product'), value: t('bid.productVersion', product) },
            { key: 'price', term: t('bid.price'), value: t.yuan(offer.priceFen) },
            { key: 'form', term: t('bid.form'), value: t.pick(commercialForms[offer.commercialForm]) },
            {
              key: 'delivery',
              term: t('bid.delivery'),
              value: t('bid.weeksCount', { n: offer.deliveryWeeks }),
            },
            { key: 'support', term: t('bid.support'), value: offer.support },
          ]}
        />
      </Section>
      <Section title={t('bid.approach')}>
        <p className="prose lines">{offer.approach}</p>
      </Section>
      <Section title={t('bid.deviations')}>
        <p className="prose lines">{offer.deviations ?? t('bid.noDeviations')}</p>
      </Section>
    </>
  )
}
