import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import type { Context } from '#services/context.ts'
import { runImport } from '#services/imports/run.ts'
import { startImport } from '#services/imports/steer.ts'
import { uploadImport } from '#services/imports/upload.ts'
import { products } from './content.ts'

/** 示例: what a firm's table may hold: a case of a known product, one of which nobody says the product, one to be mended. */
const cases = (product: string) =>
  [
    '外部编号,产品,用户或场所,用户不具名,省市区,开始使用,台（套）数,用来做什么,到了哪一步,是否在用',
    `示例-1,${product},某二级医院,是,天津市,,,标本送检,试用,不清楚`,
    '示例-2,,某社区卫生服务中心,是,北京市,,2,药品配送,已部署,在用',
    '示例-3,没有列出的型号,某养老机构,是,河北省,,,送餐,已部署,不清楚',
  ].join('\r\n')

/** 批量导入 of deployments, by the firm's own people through the product's verbs. */
export async function seedImports(own: Context): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'robot-plus-seed-'))
  try {
    const path = join(folder, 'cases.csv')
    const content = Buffer.from(`\ufeff${cases(products.courier.name)}\r\n`)
    await writeFile(path, content)
    const sha256 = createHash('sha256').update(content).digest('hex')
    const file = { field: 'file', name: '应用案例（示例）.csv', path, bytes: content.length, sha256 }
    const { id } = await uploadImport(own, { noun: 'deployment', formKey: v7() }, [file])
    await startImport(own, { id, which: 'all', lines: [], formKey: v7() })
    await runImport(own, id)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
