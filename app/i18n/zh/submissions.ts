/** 导入后一并提交审核。 */
export const submissions = {
  title: '一并提交审核',
  lead: '这次导入的草稿，内容完整的可以一次提交。每一份都按单独提交的规则办理，提交后由主管部门逐份审核。',
  go: '把完整的草稿一并提交审核',
  none: '这次导入还没有草稿',
  noneText: '先导入若干行，再来提交。',
  counts:
    '共 {total} 份：可以提交 {ready} 份，内容不全 {incomplete} 份，已经提交或不再是草稿 {gone} 份，排队中 {waiting} 份。',
  choose: '提交哪些',
  which: { all: '内容完整的全部（{n} 份）', chosen: '下面勾选的' },
  tick: '选“{name}”',
  submit: '提交审核',
  nothing: '没有可以提交的草稿；内容不全的请先补齐',
  started: '已开始提交',
  stopped: '已停止，已提交的保留',
  status: { running: '提交中', done: '已完成', cancelled: '已停止' },
  progress: '已提交 {done} 份，未能提交 {failed} 份，还有 {waiting} 份排队。',
  state: {
    ready: '内容完整',
    incomplete: '还差 {n} 项',
    gone: '已不是草稿',
    waiting: '排队中',
    done: '已提交',
    failed: '未能提交',
  },
}
