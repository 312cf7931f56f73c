import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { v7 } from 'uuid'
import type { FilePurpose, HolderNoun } from '#domain/files/file.ts'
import type { FileId, ScenarioId } from '#domain/shared/ids.ts'
import type { Context } from '#services/context.ts'
import { addFiles } from '#services/files/add.ts'
import type { Upload } from '#services/files/upload.ts'
import { StageFiles, stageFiles } from '#services/scenarios/stage-files.ts'

interface DemoFile {
  purpose: FilePurpose
  name: string
  content(): Promise<Buffer> | Buffer
}

const table = (...rows: string[]) => Buffer.from(`\ufeff${rows.join('\r\n')}\r\n`)

/** Invented like the organisations they belong to; a plan that can be looked at, and tables that can be read. */
const demoFiles: Record<string, readonly DemoFile[]> = {
  'scenario.wards': [
    { purpose: 'drawing', name: '示例院区三层平面图.png', content: () => floorPlan() },
    {
      purpose: 'process',
      name: '通道、门与电梯尺寸（示例）.csv',
      content: () =>
        table(
          '位置,净宽 mm,门槛 mm,备注',
          '药房出口,1180,6,双开平开门',
          '三号电梯轿厢,1400,8,开门净宽 1100 mm；可开放梯控接口',
          '四病区入口,960,0,自动门；夜间 22:00 后刷卡',
        ),
    },
  ],
  'scenario.companion': [{ purpose: 'drawing', name: '示例楼层平面图.png', content: () => floorPlan() }],
  'scenario.disinfection': [
    { purpose: 'drawing', name: '消毒区域平面图（示例）.png', content: () => floorPlan() },
    {
      purpose: 'process',
      name: '消毒频次与时段（示例）.csv',
      content: () => table('区域,频次,时段', '走廊,每日两次,06:00 与 21:00', '病室,出院后一次,随叫随到'),
    },
  ],
  'site.surgery': [{ purpose: 'drawing', name: '外科楼九层平面图（示例）.png', content: () => floorPlan() }],
  'product.courier': [
    {
      purpose: 'datasheet',
      name: '产品参数表（示例）.csv',
      content: () =>
        table('参数,数值,单位,依据', '额定载重,见规格表,kg,第三方检测', '最小通道宽度,见规格表,mm,企业自报'),
    },
    {
      purpose: 'funding',
      name: '研制经费说明（示例，不公开）.txt',
      content: () => Buffer.from('本产品研制未使用其他财政资金。（示例文字）\n'),
    },
  ],
}

/** The files that this demo object has, if any, added by its own people through the product's verb. */
export async function attachDemoFiles(
  ctx: Context,
  noun: HolderNoun,
  { id, name }: { id: string; name: string },
): Promise<void> {
  for (const file of demoFiles[`${noun}.${name}`] ?? [])
    await withUpload(file, upload =>
      addFiles(ctx, { noun, objectId: id, purpose: file.purpose, formKey: v7() }, [upload]),
    )
}

/** The corrected plan of the demo's addendum, put by for it under the key of the addendum's form. */
export async function stageDemoPlan(
  ctx: Context,
  { id, replaces, fileKey }: { id: ScenarioId; replaces: FileId; fileKey: string },
): Promise<void> {
  const plan: DemoFile = {
    ...{ purpose: 'drawing', name: '消毒区域平面图（补绘消防门，示例）.png' },
    content: () => floorPlan({ fireDoor: true }),
  }
  await withUpload(plan, upload =>
    stageFiles(ctx, StageFiles.parse({ id, purpose: plan.purpose, replaces, fileKey }), [upload]),
  )
}

async function withUpload(file: DemoFile, take: (upload: Upload) => Promise<void>): Promise<void> {
  const spool = join(tmpdir(), `robot-plus-seed-${process.pid}`)
  await mkdir(spool, { recursive: true })
  const content = await file.content()
  const path = join(spool, randomUUID())
  await writeFile(path, content)
  const sha256 = createHash('sha256').update(content).digest('hex')
  await take({ field: 'file', name: file.name, path, bytes: content.length, sha256 })
  await rm(spool, { recursive: true, force: true })
}

/** Rooms along a corridor, drawn pixel by pixel; with the fire door across it where that is drawn too. */
function floorPlan({ fireDoor = false } = {}): Promise<Buffer> {
  const [width, height] = [960, 600]
  const pixels = Buffer.alloc(width * height, 255)
  const line = (x1: number, y1: number, x2: number, y2: number) => {
    for (let y = y1; y <= y2; y += 1) pixels.fill(40, y * width + x1, y * width + x2 + 1)
  }
  const wall = 4
  for (const y of [40, 250, 340, 560]) line(40, y, 920, y + wall)
  for (const x of [40, 916]) line(x, 40, x + wall, 564)
  for (const x of [216, 392, 568, 744]) {
    line(x, 40, x + wall, 250)
    line(x, 340, x + wall, 560)
  }
  for (const x of [100, 276, 452, 628, 804])
    for (const y of [250, 340])
      for (let row = y; row <= y + wall; row += 1) pixels.fill(255, row * width + x, row * width + x + 56)
  if (fireDoor) for (const x of [656, 666]) line(x, 254, x + wall, 339)
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer()
}
