import { v7 } from 'uuid'
import { proposeConcept } from '#services/concepts/propose.ts'
import { publishConcept } from '#services/concepts/review.ts'
import type { Stage } from './stories.ts'

/** The concept table in use: one name published by the other officer, two proposals that wait for a second pair of eyes. */
export async function seedConcepts(stage: Stage): Promise<void> {
  const { handler, approver } = stage.cast
  const { id } = await proposeConcept(stage.at(6, handler), {
    formKey: v7(),
    kind: 'addName',
    conceptId: '四足机器人',
    name: '机器狼',
    source: '企业说明书和新闻里常这样写，搜“机器狼”找不到四足机器人。',
  })
  await publishConcept(stage.at(5, approver), { id, rev: 0, formKey: v7() })
  await proposeConcept(stage.at(2, approver), {
    formKey: v7(),
    kind: 'addName',
    conceptId: '移动机器人',
    name: '自动引导车',
    nameKind: 'misspelling',
    source: '“自动导引车”常被写成“自动引导车”，采购文件里见过三次。',
  })
  await proposeConcept(stage.at(1, handler), {
    formKey: v7(),
    kind: 'add',
    zh: '泳池清洁机器人',
    en: 'pool cleaning robot',
    names: '池底清洗机器人\n水下清洁机器人',
    note: '在水下清洗池底和池壁；清洗地面的是清洁机器人。',
    source: '体育场馆问过两次，概念表里还没有。',
  })
}
