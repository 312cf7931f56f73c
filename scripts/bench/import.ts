import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { v7 } from 'uuid'
import type { Actor } from '#domain/shared/actor.ts'
import { type AccountId, brand, type OrganizationId } from '#domain/shared/ids.ts'
import { openFileStore } from '#http/files.ts'
import { postgresEngine } from '#search/postgres.ts'
import { loadReader } from '#services/accounts/actor.ts'
import type { Context } from '#services/context.ts'
import { runImport } from '#services/imports/run.ts'
import { showImport } from '#services/imports/show.ts'
import { startImport } from '#services/imports/steer.ts'
import { uploadImport } from '#services/imports/upload.ts'
import { openVault } from '#services/vault.ts'
import { connect } from '../../db/client.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { databaseNow } from '../../db/queries/clock.ts'
import { account, membership, organization } from '../../db/schema/index.ts'
import type { Bench } from './house.ts'

const rows = 5_000
const budgetSeconds = 60
const budgetMiB = 200

/** 5,000 products from a file to drafts: read, judged and kept, then made by the worker's own function, with progress. */
export const importBench: Bench = async print => {
  const dataDir = join(tmpdir(), `robot-plus-bench-import-${process.pid}`)
  const embedded = await startEmbedded({ dataDir })
  try {
    await migrate(embedded.url)
    const { db, close } = connect(embedded.url)
    const accountId = await newFirm(db)
    const actor: Actor = (await loadReader(db, { accountId, provedAt: new Date() })).actor
    const rooms = {
      ...{ db, search: postgresEngine(db), vault: openVault('bench'), clock: databaseNow },
      files: openFileStore({ DATA_DIR: dataDir }),
    }
    const ctx: Context = { ...rooms, actor, now: new Date(), requestId: 'bench' }
    const path = join(dataDir, 'products.csv')
    const text = file()
    writeFileSync(path, text)
    globalThis.gc?.()
    const before = process.memoryUsage().rss
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss)
    }, 50)
    const begun = performance.now()
    const upload = { field: 'file', name: 'products.csv', path, bytes: Buffer.byteLength(text), sha256: '' }
    const { id } = await uploadImport(ctx, { noun: 'product', formKey: v7() }, [upload])
    const read = (performance.now() - begun) / 1000
    await startImport(ctx, { id, which: 'all', lines: [], formKey: v7() })
    let isOver = false
    const progress = (async () => {
      while (!isOver) {
        await sleep(5_000, undefined, { ref: false })
        const { counts } = await showImport(ctx, id)
        if (!isOver) print('import so far', `${counts.done ?? 0} of ${rows} rows`)
      }
    })()
    await runImport(rooms, id)
    isOver = true
    const seconds = (performance.now() - begun) / 1000
    clearInterval(watch)
    const { counts } = await showImport(ctx, id)
    const grown = (most - before) / 1024 / 1024
    print(
      'import of 5,000 products',
      `${seconds.toFixed(1)} s (≤ ${budgetSeconds}), ${read.toFixed(1)} s of it reading and preview`,
    )
    print('its memory', `${grown.toFixed(0)} MiB more at most (≤ ${budgetMiB})`)
    await Promise.race([progress, sleep(6_000)])
    await close()
    return counts.done === rows && seconds <= budgetSeconds && grown <= budgetMiB
  } finally {
    await embedded.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** A table as a firm keeps one: twenty columns, a third of the cells blank. */
function file(): string {
  const header =
    '外部编号,产品名称,型号,产品类别,应用领域,可做任务,产品简介,产品成熟度,技术成熟度,单价下限（万元）,单价上限（万元）,载重（kg）,续航（h）,最小通过宽度（mm）,爬坡（°）'
  const lines = Array.from({ length: rows }, (_, n) => {
    const some = (value: string | number, every: number) => (n % every === 0 ? '' : value)
    const words = `第 ${n} 款。用于院内药品、标本与器械的配送，沿固定路线往返，可乘电梯，遇人避让；每台配充电桩。`
    return [
      ...[`B-${n}`, `批量产品 ${n}`, `M-${n}`, '医院配送机器人', '智慧医疗', '院内配送', words, '定型'],
      ...[
        some(8, 3),
        some(12 + (n % 9), 4),
        some(24 + (n % 9), 4),
        some(20 + (n % 90), 3),
        some(6 + (n % 9), 2),
      ],
      ...[some(650 + (n % 200), 3), some(5 + (n % 6), 2)],
    ].join(',')
  })
  return `\ufeff${[header, ...lines].join('\r\n')}\r\n`
}

async function newFirm(db: Context['db']): Promise<AccountId> {
  const organizationId = brand<OrganizationId>(v7())
  const accountId = brand<AccountId>(v7())
  await db.insert(organization).values({
    ...{ id: organizationId, name: '北京示例机器人有限公司', status: 'verified', source: 'platform' },
    ...{ uscc: '91110108000000999F', capabilities: ['publishProducts', 'bid'] },
  })
  await db
    .insert(account)
    .values({ id: accountId, name: '导入人', email: 'bench@example.cn', passwordHash: 'no password fits' })
  await db.insert(membership).values({ accountId, organizationId, role: 'owner' })
  return accountId
}
