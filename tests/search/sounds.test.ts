import { describe, expect, it } from 'vitest'
import { analyse } from '#search/analysis.ts'
import { pinyinOf } from '#search/pinyin.ts'

describe('pinyin of titles and names', () => {
  it.each([
    ['重庆', 'chongqing', 'cq'],
    ['行走机器人', 'xingzou', 'jqr'],
    ['中国银行', 'yinhang', 'yh'],
    ['重载机器人', 'zhongzai', 'zz'],
    ['长庚医院', 'changgengyiyuan', 'cgyy'],
    ['乐器装配', 'yueqi', 'yq'],
    ['重复精度', 'chongfu', 'cf'],
    ['朝阳区', 'chaoyangqu', 'cyq'],
    ['差速底盘', 'chasu', 'cs'],
    ['效率', 'xiaolv', 'xl'],
    ['绿色工厂', 'lvse', 'lsgc'],
    ['绿色工厂', 'luse', 'gc'],
    ['铝材搬运', 'lvcai', 'lc'],
    ['女性护理', 'nvxing', 'nuxing'],
    ['略', 'lve', 'lue'],
    ['骨科手术机器人', 'gukeshoushujiqiren', 'gkssjqr'],
    ['醫院物流機器人', 'yiyuan', 'yywljqr'],
  ])('%s may be typed as %s and %s', (text, ...typed) => {
    expect(pinyinOf([text])).toEqual(expect.arrayContaining(typed))
  })

  it('has no initial of a single character, nor anything for what is not Chinese', () => {
    expect(pinyinOf(['人', 'AMR-300', '']).filter(each => each.length < 2)).toEqual([])
    expect(pinyinOf(['AMR-300', ''])).toEqual([])
  })
})

describe('model codes', () => {
  const codesOf = async (title: string) => {
    const document = {
      ...{ id: '1', index: 'products' as const, rev: 0, title, org: '', keywords: [], summary: '', body: '' },
      ...{ facets: {}, specs: {}, standing: 1, updatedAt: new Date(0), visibility: ['public' as const] },
    }
    return (await analyse(document)).codes.map(code => code.toLowerCase())
  }

  it.each([
    ['KUKA KR 210 R2700', 'kr210', 'r 2700'],
    ['UR10e', 'ur 10 e'],
    ['M-20iD/25', 'm20id25', 'm 20 i d 25'],
    ['XP1000-3D', 'xp10003d', 'xp 1000 3 d'],
    ['CR-10A', 'cr10a'],
    ['AMR300', 'amr 300'],
    ['MiR250', 'mi r 250'],
    ['ＡＭＲ－３００', 'amr300'],
    ['da Vinci Xi', 'davinci'],
    ['TX2-60L', 'tx260l'],
  ])('%s is also written %s', async (title, ...variants) => {
    expect(await codesOf(title)).toEqual(expect.arrayContaining(variants))
  })
})
