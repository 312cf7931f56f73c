/** “为什么没有推荐我”里由服务器说出的话。 */
export const standing = {
  step: {
    enters_other: '做到 {fact}，多进 {n} 个场景',
    settles_other: '写明{fact}，{n} 个由“待确认”变为满足',
    both_other: '做到 {fact}，多进 {n} 个场景，{settles} 个由“待确认”变为满足',
    swaps_other: '写明{fact}，{n} 个由“待确认”变为满足，{loses} 个转为不满足',
    loses_other: '写明{fact}，多进 {n} 个场景，{settles} 个由“待确认”变为满足，{loses} 个转为不满足',
  },
  gap: {
    short: '差 {gap}（{percent}）',
    plain: '不能折算成差多少',
    enough: '做到{fact}，即入可考虑。',
    open_other: '其余 {n} 项必须条件仍待确认。',
    contradicts: '场景对这一项的几个要求互相矛盾，只能由应用方补正。',
  },
  need: {
    spread: '{min}，中位 {median}，最多 {max}',
    between: '{min} 到 {max}',
    each: '{need}（{n} 个）',
    yes: '要（{n} 个）',
  },
  peers: {
    none: '不足五家，不说明',
    stated: '{n} 家以上写明',
    alike: '{n} 家以上写明，多在 {middle} 左右',
    quartiles: '{n} 家以上写明；中间一半约 {low} 至 {high}，中位约 {middle}',
  },
  hint: {
    now: '现在：{have}',
    open: '现在：未写明',
    asked: '{have}；场景：{need}',
  },
}
