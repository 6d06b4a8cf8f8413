export const zh = {
  views: '视图', save: '把现在看到的存为视图', name: '视图名称', nameHint: '例如:东园独居老人', share: '本单位及下级也能用', saved: '已存为“{name}”', removed: '“{name}”已删除',
  remove: '删除 {name}', opensWith: '打开这一列表就用“{name}”', openPlain: '打开时不用视图', asDefault: '设“{name}”为默认', usual: '全部(不用视图)', from: '{name} 共享', none: '还没有视图。先选好条件和列,再在这里起个名字存下。',
  link: '复制链接', linkCopied: '链接已复制,可发给同事;对方只看得到自己辖区的。',
  errors: {},
}
