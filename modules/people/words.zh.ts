export const zh = {
  title: '人员',
  sexes: { '0': '未知', '1': '男', '2': '女', '9': '未说明' },
  documentKinds: {
    residentId: '居民身份证', hkMacauPermit: '港澳居民居住证', taiwanPermit: '台湾居民居住证', foreignPermit: '外国人永久居留身份证', passport: '护照', other: '其他证件', none: '无证件',
  },
  relations: {
    '01': '本人', '02': '户主', '10': '配偶', '11': '夫', '12': '妻', '20': '儿子', '30': '女儿', '40': '孙辈', '50': '父母', '60': '祖辈', '70': '兄弟姐妹', '97': '其他',
  },
  residencies: { permanent: '常住', registeredAway: '户籍在外', visitor: '外来', returnee: '返乡' },
  careGroups: { livingAlone: '独居', disabled: '残疾', pregnant: '孕产妇', chronic: '慢病', unattendedChild: '无人照料儿童' },
  states: { present: '在册', movedOut: '已迁出', deceased: '已故', merged: '已并入他人' },
  matched: { name: '姓名', part: '名字里有', pinyin: '拼音', initials: '首字母', document: '证件号', phone: '电话', documentTail: '证件尾号', phoneTail: '电话尾号', door: '住址', plate: '车牌', area: '辖区' },
  found: { people: '人', households: '户', vehicles: '车辆', areas: '小区、村组、网格', members: '{n} 人', householder: '户主 {name}', noHouseholder: '还没有户主', empty: '没有人在册', nothing: '没有找到“{text}”', hint: '可以试:姓名里的一两个字、拼音首字母、证件或电话尾号 4 位、锦绣 3-2-501、车牌' },
  vehicleKinds: { small: '小型汽车', large: '大型汽车', newEnergy: '新能源汽车', motorcycle: '摩托车', tricycle: '三轮车', embassy: '使领馆车', police: '警车', army: '军车、武警车', temporary: '临时号牌', other: '其他' },
  vehicles: {
    title: '车辆', none: '没有登记车辆', plate: '车牌号', noPlate: '无牌车的样子', description: '没有车牌?写样子:红色三轮车', owner: '谁的车', ownerAny: '全家', kind: '车型', 
    remove: '删去', done: '{plate} 已登记', gone: '{plate} 已删去', save: '登记', of: '{name}的车',
  },
  faults: {
    length: '位数不对', letters: '有不该出现的字符', checkDigit: '末位校验不对,应为 {expected}', birthDate: '里面的出生日期不存在', birthInFuture: '出生日期在今天之后',
    areaCode: '开头六位不是这种证件的', firstDigit: '第一位应为 9', missing: '没有填', notExpected: '选了无证件,却填了号码',
  },
  warnings: { areaUnknown: '地区代码不认识,请对照证件看一眼', oldForm: '旧式号码,可以登记' },
  list: {
    show: '看哪些人', area: '全部小区、村组', marks: '情况', clear: '去掉筛选',
    all: '在册', care: '关爱对象', movedOut: '已迁出', search: '姓名、拼音、尾号、住址', door: '住址', age: '年龄', phone: '电话', document: '证件号', residency: '居住类型', managed: '在管',
    empty: '还没有人员。先导入花名册,或点“登记人员”逐个录入。', nothing: '没有找到。换个写法试试:姓名里的一两个字、拼音首字母、证件或电话尾号 4 位、3-2-501 都可以。', register: '登记人员', import: '导入花名册',
    total: '共 {households} 户 {persons} 人',
  },
  card: {
    headDone: '{name} 已设为户主', visit: '入户走访', visitHint: '看到什么、说了什么(可不填)',
    move: '换住处', moveTitle: '{name} 换住处', movedDone: '{name} 已换住处', toControl: '管控卡', noMembers: '这一户现在没有人在册',
    title: '一人一档', household: '一户一档', born: '出生', nation: '民族', relation: '与户主', registered: '户籍地', workplace: '工作单位', note: '备注', members: '同住', none: '没有其他人',
    timeline: '经过', nothing: '还没有记录', reveal: '看明文', revealReason: '为什么要看?会记入审计', edit: '修改', moveOut: '迁出', moveOutReason: '迁出原因', bringBack: '撤销迁出',
    makeHouseholder: '设为户主', householder: '户主', visited: '已走访', visitNow: '记一次走访', lastVisit: '上次走访 {at}', never: '还没有走访过', age: '{age}岁', save: '保存', cancel: '取消',
    movedOutDone: '{name} 已迁出', undo: '撤销', savedDone: '已保存', registeredDone: '{name} 已登记',
  },
  form: {
    area: '小区 / 村组 / 网格', building: '幢', unit: '单元', room: '房号', name: '姓名', documentKind: '证件类型', documentNo: '证件号码', phone: '电话', sex: '性别', birthOn: '出生日期',
    nation: '民族', relation: '与户主关系', residency: '居住类型', careGroups: '关爱类别', workplace: '工作单位', registeredAddress: '户籍地', note: '备注', title: '登记人员', editTitle: '修改 {name}',
    says: '证件写明:{born} 出生,{sex}', dropPhone: '电话已停用,删去', phoneDropped: '保存后不再有电话', openThat: '打开那份档案', somebody: '别人', empty: '空',
    savedMeanwhile: '{by} {at}刚保存过这份档案。两边的修改已经合在一起;请看一下标出的地方,再保存一次。', both: '对方改成了「{value}」。再保存一次就按您填的。',
  },
  timeline: {
    moved: '换住处:{from} → {to}', vehicle: '登记车辆 {plate}', vehicleGone: '删去车辆 {plate}',
    registered: '登记入册', imported: '由花名册导入', edited: '修改了 {fields} 项资料', movedOut: '迁出:{reason}', broughtBack: '撤销迁出', householder: '{name} 设为户主', visited: '入户走访 {note}',
  },
  errors: {
    plateWrong: '车牌不像一个号牌。普通车 7 位、新能源 8 位,第一位是省份简称,没有字母 I 和 O;没有车牌的车请写样子。',
    plateThere: '{plate} 已经登记在 {address}。请打开那一户看看;车换了主人,先在那里删去。',
    managedNow: '{name} 正在管控中,住处要在管控卡上用“转出”等操作办理;解除后再换住处。',
    documentWrong: '证件号码不对({fault}{expected})。请对照证件核对后再保存,填好的内容都还在。',
    phoneWrong: '电话不像一个号码。手机 11 位,座机可带区号;没有电话可以不填。',
    alreadyThere: '这个证件号已经在册:{name},{address}。请打开那份档案修改,不要重复登记。',
    changedMeanwhile: '这份档案刚被别人改过({by} {at})。请看一下新内容,再改一次;您填的还在。',
    notPresent: '这个人已经不在册,不能再迁出。请刷新看看最新状态。',
  },
}
