/** The file that comes with an example's upload, by the endpoint's name; a small .csv list where none is named. */
export interface ExampleFile { filename: string; bytes: Uint8Array; contentType?: string }

const text = (content: string) => new TextEncoder().encode(content)
const list: ExampleFile = { filename: '名单.csv', bytes: text('姓名\n张三\n') }

const aPicture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const aMap = '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"锦绣小区"},"geometry":{"type":"Polygon","coordinates":[[[100,30],[100.1,30],[100.1,30.1],[100,30]]]}}]}'

const files: Readonly<Record<string, ExampleFile>> = {
  'dashboard.uploadOutlines': { filename: '辖区边界.geojson', bytes: text(aMap), contentType: 'application/geo+json' },
  'duty.readDutySheet': { filename: '网格员名单.csv', bytes: text('小区,网格,姓名\n锦绣小区,第一网格,孙保华\n') },
  'accounts.importAccounts': { filename: '开户.csv', bytes: text('登录名,姓名,拟任角色,范围\nlifang,李芳,,\n') },
  'exits.importExits': { filename: '外出名单.csv', bytes: text('姓名,身份证号,用工单位\n张三,999001199001010011,鹏城电子厂\n') },
  'resumption.importBusinesses': { filename: '商户名单.csv', bytes: text('名称,企业或个体,行业\n阿香烧烤店,个体工商户,烧烤\n') },
  'forms.uploadForm': { filename: '摸底表.csv', bytes: text('摸底表\n姓名,性别,年龄\n,,\n') },
  'zones.addZonePhoto': { filename: '卡点.png', bytes: aPicture, contentType: 'image/png' },
  'matters.addOwnPhoto': { filename: '垃圾桶.png', bytes: aPicture, contentType: 'image/png' },
  'disinfection.importPoints': { filename: '点位.csv', bytes: text('点位名称,面积\n1单元楼道,60\n') },
  'disinfection.addDisinfectionPhoto': { filename: '楼道.png', bytes: aPicture, contentType: 'image/png' },
  'matters.addMatterPhoto': { filename: '楼道灯.png', bytes: aPicture, contentType: 'image/png' },
  'passes.addPassPhoto': { filename: '照片.png', bytes: aPicture, contentType: 'image/png' },
  'policies.attachOrder': { filename: '指挥部令第3号.pdf', bytes: text('%PDF-1.4\n%%EOF\n'), contentType: 'application/pdf' },
  'pushedlists.uploadList': { filename: '协查名单.csv', bytes: text('姓名,身份证号,电话\n张三,,19900001234\n') },
}

export const exampleFile = (endpoint: string): ExampleFile => files[endpoint] ?? list
