import './sites.css'
import { FileList } from '../files/file-list.tsx'
import { SiteTables } from './site-tables.tsx'
import type { SpokenSite } from './view.ts'

/** 现场清单与照片 below the words about the site. */
export function SiteShown({ site }: { site: SpokenSite }) {
  return (
    <>
      <SiteTables tables={site.tables} />
      {site.files.length > 0 && (
        <div className="mt3">
          <h3 className="scn__sub">{site.photos}</h3>
          <FileList files={site.files} />
        </div>
      )}
    </>
  )
}
