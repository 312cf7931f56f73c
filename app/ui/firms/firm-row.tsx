import type { ReactNode } from 'react'
import { type Capability, capabilities, districts, type Source } from '#domain/vocabulary.ts'
import { paths } from '#paths'
import { RecordRow } from '../pattern/record-row.tsx'
import { SourceTag } from '../primitives/tags.tsx'
import { listText } from '../products/words.ts'
import { isDistrict, nameOf } from '../scenarios/words.ts'
import { useT } from '../shell/dictionary.tsx'

export interface FirmRowView {
  id: string
  name: string
  nameEn: string | null
  source: Source
  district: string | null
  region: string | null
  capabilities: readonly Capability[]
  names: readonly string[]
  publicObjects: number
}

interface FirmRowProps {
  row: FirmRowView
  /** Title and text with what a search found in them marked. */
  title?: ReactNode
  text?: ReactNode
}

/** One organisation of a list: where it is, what it may do here, what it has made public. */
export function FirmRow({ row, title, text }: FirmRowProps) {
  const t = useT()
  const place = isDistrict(row.district) ? t.pick(districts[row.district]) : row.region
  const held = row.capabilities.map(each => t.pick(capabilities[each]))
  return (
    <RecordRow
      href={paths.firm(row.id)}
      title={title ?? nameOf(t, row)}
      meta={
        <>
          {place && <span>{place}</span>}
          {held.length > 0 && <span>{listText(t, held)}</span>}
          <SourceTag source={row.source} />
        </>
      }
      text={text ?? row.names.join(' · ')}
      side={<span className="t13">{t('search.publicObjects', { n: row.publicObjects })}</span>}
    />
  )
}
