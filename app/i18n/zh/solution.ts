/** 系统解决方案：各处共用的。 */
export const solution = {
  list: {
    title: '系统解决方案',
  },
  mine: {
    untitled: '未命名的草稿',
  },
  bundle: '{robots} 款机器人，{software} 项软件',
  partOf: '列入这些系统解决方案',
  ofFirm: '系统解决方案 {n} 个',
  price: {
    open: '面议',
    band: '{from} 至 {to} {unit}，含集成',
    wide: '{from} 至 {to}，含集成',
    from: '{from} 起，含集成',
    to: '不高于 {to}，含集成',
    one: '{from}，含集成',
  },
}
