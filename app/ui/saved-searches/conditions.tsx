import type { KeptAddress } from '#domain/saved-searches/kept.ts'
import { conditionsInWords, indexName } from '#domain/saved-searches/words.ts'
import { useT } from '../shell/dictionary.tsx'

/** A search in words: where it looks, and each of its conditions. */
export function Conditions({ address }: { address: KeptAddress }) {
  const t = useT()
  const conditions = conditionsInWords(address, t.locale)
  return (
    <span className="conditions">
      {[indexName(address.index, t.locale), ...conditions].map(each => (
        <span key={each}>{each}</span>
      ))}
      {conditions.length === 0 && <span>{t('savedSearch.everything')}</span>}
    </span>
  )
}
