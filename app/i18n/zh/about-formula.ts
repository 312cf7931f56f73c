export const about = {
  formula: {
    order: '先分组，再排序',
    notGate:
      '匹配只是建议，不是门槛：任何已核验的企业都可以应标任何正在应标的场景。平台不卖排位，同一对场景与产品在两边页面上分数相同。',
    three:
      '每条必须条件有三种答案：满足、待确认、不满足。没有一条必须条件被证明不满足、任务或品类也对得上的，进“可考虑”；恰有一条不满足的，进“差一点”，写明差多少；待确认的从不当作满足，也不因此被排除。',
    part: '条件',
    weight: '权重',
    says: '怎么算吻合度（0 到 1）',
    demand: '需求侧得分 S',
    demandNote: '场景看重的',
    demandPart: {
      task: '任务',
      domain: '领域',
      category: '品类',
      specs: '技术参数',
      text: '文本相近',
      budget: '预算与价格',
      timeline: '交付周期',
      maturity: '成熟度',
      certification: '资质',
      region: '服务地区',
    },
    demandSays: {
      task: '产品用途与场景任务相同为 1，相近按亲疏折算，只是同领域算得很少',
      domain: '同领域 1，相邻领域 0.5，其余 0',
      category: '这一类机器人常做这项作业的程度；通用平台打八折',
      specs: '场景写了几项就分几份，逐项比较',
      text: '两边描述里共有的概念与词语，越少见的词越重',
      budget: '报价中间值在每台预算之内为 1，超出一半为 0，其间按比例',
      timeline: '场景要求的交付周期',
      maturity: '量产 1，定型 0.9；未定型在场景接受时为 1，否则 0.4',
      certification: '医疗器械注册、防爆、认证与检测等要求',
      region: '服务地区覆盖现场所在地为 1',
    },
    demandAfter:
      '场景没有提到的条件不参加计算，其余权重按比例放大到合计 1。同一组里，必须条件的份量是期望的 {must} 倍。S 是各条“权重 × 吻合度”之和，再按已知比例打折。',
    fit: '参数、未知与折扣',
    fitNumber: '数值：刚好满足得 {justMet}，余量达到 {surplus} 得满分；不满足得 0。',
    fitOther:
      '是与否、选项：满足得 1，不满足得 0；温度之类的区间、要求几项都具备的，只满足一部分时按所占比例最多得 {part}。',
    fitUnknown:
      '待确认：按同类产品中已披露者的通过比例估计，已披露的不足 {enough} 款时取 {share}；估计不低于 {least}，数值的估计不超过 {justMet}。',
    discount:
      '已知比例是 k 时，需求侧总分乘以 1 − {discount} ×（1 − k）：全都不知道时还留 {left}，多披露才能拿满。',
    oversized: '超过需要 {times} 倍的参数会提示“机身或偏大”，不扣分。',
    supply: '供给侧得分 R',
    supplyNote: '企业看重的',
    supplyPart: {
      budget: '预算与价格',
      focus: '正是主营',
      region: '服务地区',
      timeline: '交付周期',
      completeness: '场景写得全',
      responsiveness: '答复及时',
    },
    supplySays: {
      budget: '同需求侧',
      focus: '场景的任务在产品用途里占多大份量',
      region: '同需求侧',
      timeline: '场景给的时间够不够',
      completeness: '领域、任务、描述、要求、预算、地点、成熟度七项写了几项',
      responsiveness: '企业发来的自荐和应标，这家单位按时答复了多大一部分；往来太少时按未知计',
    },
    mutual: '互评分',
    mutualText:
      '两侧的调和平均：有一侧很低，总分就高不了；把两侧对调，分数不变。页面上显示的是乘以 100 后的整数。每个匹配页都列出各条的权重、吻合度和所依据的两个字段，可以逐条核对。',
    shown: '展示的先后',
    shownText:
      '按互评分从高到低排列，分数不因下面几条改动：前 {first} 位里同一家企业的产品最多 {perFirm} 款，其他企业的产品填不满时除外；分差不超过 {margin} 分的相邻两款，让不同品类的先出现；第 {first} 位留给上架不满 {days} 天、近来展示最少的新产品，它的得分须达到原第 {first} 位的 {share}。凡因此挪动的，页面上都写明。',
    basis: '评分的依据',
    basisText:
      '词语有多常见、同类产品披露了什么、各单位答复是否及时，都取自定期公布的评分依据。公开的内容变动超过二十分之一，或者满一周，才换一版；其间每一对的分数只随场景、产品和权重变化。',
    now: '现行权重是第 {version} 版，{day} 起使用。',
    nowFromStart: '现行权重是第 {version} 版，自平台上线起使用。',
    wasFrom: '{from} 至 {to} 使用。',
    wasFromStart: '自平台上线使用至 {to}。',
    older: '这是第 {version} 版，已不再使用',
    newest: '看现行第 {version} 版',
    allVersions: '全部版本和每次修改的理由',
  },
}
