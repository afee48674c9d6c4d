import { formatBound } from '../facts/boundWord.ts'
import { formatSource } from '../facts/source.ts'
import {
  formatPeriod,
  formatQuantity,
  issueOutcomes,
  proposalOutcomes,
  statusLabel,
} from '../facts/wording.ts'
import { roundDegrees } from '../map/liaisonGeojson.ts'
import { systemNames } from '../places/coordinateSystem.ts'
import { isRegistered, pointState } from '../places/pointState.ts'
import { toWgs84 } from '../places/wgs84.ts'
import {
  type Observation,
  observationSchema,
  type SourceReference,
  type Status,
} from '../schemas/observation.ts'
import { glossarySchema, sourcesSchema, townSchema } from '../schemas/shared.ts'
import { captionSchema } from '../sets/captions.ts'
import { caseSchema, caseStepSchema } from '../sets/cases.ts'
import type { Edition } from '../sets/edition.ts'
import { issueSchema } from '../sets/issues.ts'
import { learningSchema, visitSchema } from '../sets/learning.ts'
import { type LiaisonPoint, liaisonPointSchema } from '../sets/liaisonPoints.ts'
import { loopStepSchema } from '../sets/loop.ts'
import { proposalSchema, proposalsSchema } from '../sets/proposals.ts'
import { sessionSchema } from '../sets/sessions.ts'
import { supervisionSchema } from '../sets/supervision.ts'
import { eventSchema } from '../sets/timeline.ts'
import { type Dataset, describeDataset } from './dataset.ts'
import { plainEdition } from './plainEdition.ts'

/** The column of a record's source, worded by the edition's list of sources. */
const sourceColumn = ({
  sources,
}: Edition): [string, (row: { source: SourceReference | null }) => string | null] => [
  '出处',
  (row) => (row.source ? formatSource(row.source, sources) : null),
]
const status: [string, (row: { status: Status }) => string] = [
  '状态',
  (row) => statusLabel[row.status],
]
/** One of a point's degrees in WGS-84; empty, not a word, where it has none, as map software expects. */
const degrees = (point: LiaisonPoint, axis: 0 | 1) => {
  const at = toWgs84(point)
  return at ? roundDegrees(at[axis]) : ''
}
/** How exactly a point's place is known, in words. */
const precision = { placed: '有坐标', grouped: '只知镇街', frame: null } as const

/** Every indicator and record set of an edition as datasets, in the order the data page lists them. */
export function editionDatasets(recorded: Edition): Dataset[] {
  const edition = plainEdition(recorded)
  const source = sourceColumn(edition)
  const { sessions, issues, loop, supervision, proposals, learning, captions, cases, timeline } =
    edition
  const points = edition['liaison-points']
  const groups = supervisionSchema.shape
  return [
    describeDataset<Observation>(
      {
        name: 'indicators',
        title: '指标',
        schema: observationSchema,
        leftOut: ['basis'],
        shown: ['label', 'wording', 'period', 'status', 'definition', 'caveat', 'source'],
        titles: {
          id: '编号',
          label: '指标',
          wording: ['数字', formatQuantity],
          value: '数值',
          unit: '单位',
          bound: ['界', (row) => formatBound(row.qualifier) ?? '原数', 'qualifier'],
          verb: ['动词', (row) => row.qualifier.verb ?? ''],
          scope: ['范围', (row) => row.qualifier.scope ?? ''],
          period: ['期间', (row) => formatPeriod(row.period)],
          status,
          definition: '定义',
          caveat: '注意',
          source,
        },
      },
      edition.indicators,
    ),
    describeDataset(
      {
        name: 'sessions',
        title: '政企协商会',
        stated: sessions.stated,
        schema: sessionSchema,
        titles: {
          id: '编号',
          period: '时间',
          date: '日期',
          field: '领域',
          topic: '议题',
          firms: '企业',
          departments: '部门',
          departmentsNote: '部门说明',
          speakers: '发言',
          issuesRaised: '提出问题数',
          status,
          source,
        },
      },
      sessions.records,
    ),
    describeDataset(
      {
        name: 'issues',
        title: '企业疑难问题',
        stated: issues.stated,
        schema: issueSchema,
        titles: {
          id: '编号',
          title: '问题',
          category: '类别',
          session: '场次',
          department: '承办部门',
          steps: '环节',
          outcome: ['结果', (row) => row.outcome && issueOutcomes[row.outcome]],
          status,
        },
      },
      issues.records,
    ),
    describeDataset(
      {
        name: 'loop',
        title: '闭环七步法',
        stated: loop.stated,
        schema: loopStepSchema,
        titles: {
          id: '编号',
          order: '次序',
          name: '环节',
          owner: '负责方',
          durationDays: '时限（天）',
          count: '经过的问题数',
        },
      },
      loop.records,
    ),
    describeDataset(
      {
        name: 'supervision-groups',
        title: '监督小组',
        stated: supervision.groups.stated,
        schema: groups.groups.shape.records.element,
        titles: { id: '编号', name: '组名', lead: '组长', members: '委员人数', body: '对口单位' },
      },
      supervision.groups.records,
    ),
    describeDataset(
      {
        name: 'supervision-problem-classes',
        title: '问题类别',
        stated: supervision.problemClasses.stated,
        schema: groups.problemClasses.shape.records.element,
        titles: { id: '编号', name: '类别' },
      },
      supervision.problemClasses.records,
    ),
    describeDataset(
      {
        name: 'supervision-outputs',
        title: '监督报告与社情民意信息',
        stated: supervision.outputs.stated,
        schema: groups.outputs.shape.records.element,
        titles: { id: '编号', kind: '种类', title: '题目' },
      },
      supervision.outputs.records,
    ),
    describeDataset(
      {
        name: 'supervision-enforcement',
        title: '按月执法数',
        schema: groups.enforcement.element,
        titles: {
          id: '编号',
          month: '月份',
          inspectedHouseholds: '检查户数',
          penaltyCases: '处罚案件数',
          inspectedHouseholdsBase: '基期检查户数',
          penaltyCasesBase: '基期处罚案件数',
          base: '基期',
        },
      },
      supervision.enforcement,
    ),
    describeDataset(
      {
        name: 'proposals',
        title: '接受民主评议的提案',
        stated: proposals.stated,
        schema: proposalSchema,
        titles: {
          id: '编号',
          title: '题目',
          proposer: '提案人',
          unit: '承办单位',
          year: '年份',
          suggestion: '建议清单',
          handling: '办理清单',
          result: '结果清单',
          outcome: ['结果分类', (row) => row.outcome && proposalOutcomes[row.outcome]],
          rating: '委员评价',
          status,
        },
      },
      proposals.records,
    ),
    describeDataset(
      {
        name: 'proposal-lists',
        title: '三张清单',
        stated: proposals.lists.stated,
        schema: proposalsSchema.shape.lists.shape.records.element,
        titles: { id: '编号', name: '清单', content: '所记内容' },
      },
      proposals.lists.records,
    ),
    describeDataset(
      {
        name: 'liaison-points',
        title: '联系点覆盖的村社',
        stated: points.stated,
        schema: liaisonPointSchema,
        shown: [
          'id',
          'name',
          'town',
          'kind',
          'address',
          'hours',
          'venue',
          'qrCodes',
          'note',
          'status',
        ],
        titles: {
          id: '编号',
          name: '名称',
          town: '镇街代码',
          kind: '类型',
          address: '地址',
          longitude: [`经度（${systemNames.wgs84}）`, (row) => degrees(row, 0), 'coordinates'],
          latitude: [`纬度（${systemNames.wgs84}）`, (row) => degrees(row, 1), 'coordinates'],
          precision: ['位置精度', (row) => precision[pointState(row)]],
          crs: '登记时的坐标系',
          hours: '开放时间',
          venue: '载体',
          qrCodes: '二维码数',
          note: '备注',
          status,
        },
      },
      points.records.filter(isRegistered),
    ),
    describeDataset(
      {
        name: 'learning-visits',
        title: '学习活动',
        stated: learning.visits.stated,
        schema: visitSchema,
        titles: { id: '编号', date: '日期', site: '地点', theme: '主题', attendance: '参与人次' },
      },
      learning.visits.records,
    ),
    describeDataset(
      {
        name: 'learning-parts',
        title: '学习模式的组成',
        stated: learning.parts.stated,
        schema: learningSchema.shape.parts.shape.records.element,
        titles: { id: '编号', name: '组成', count: '次数' },
      },
      learning.parts.records,
    ),
    describeDataset(
      {
        name: 'captions',
        title: '图注',
        schema: captionSchema,
        shown: ['text', 'missing', 'image', 'source'],
        titles: {
          id: '编号',
          text: '图注',
          missing: '未写明',
          image: '图片',
          chapter: '章',
          source,
        },
      },
      captions,
    ),
    describeDataset(
      {
        name: 'cases',
        title: '事例经过',
        schema: caseStepSchema.extend({ of: caseSchema.shape.title }),
        titles: {
          of: '事由',
          label: '环节',
          text: '做了什么',
          brief: '图上短句',
          together: '同时进行',
          source,
        },
      },
      cases.flatMap(({ title, steps }) => steps.map((step) => ({ of: title, ...step }))),
    ),
    describeDataset(
      {
        name: 'timeline',
        title: '写明时间的事',
        schema: eventSchema,
        shown: ['label', 'text', 'source'],
        leftOut: ['short', 'chapter'],
        titles: {
          id: '编号',
          year: '年份',
          datetime: '机器可读的时间',
          label: '时间',
          name: '短名',
          text: '事',
          open: ['尚未发生', (row) => (row.open ? '是' : '否')],
          source,
        },
      },
      timeline,
    ),
    describeDataset(
      {
        name: 'towns',
        title: '镇街名录（非原文内容）',
        schema: townSchema,
        titles: {
          adcode: '代码',
          name: '镇街',
          longitude: ['经度', (row) => row.wgs84?.[0] ?? null, 'wgs84'],
          latitude: ['纬度', (row) => row.wgs84?.[1] ?? null, 'wgs84'],
          precisionKm: '精度（公里）',
          source: '坐标来源',
        },
      },
      edition.towns.towns,
    ),
    describeDataset(
      {
        name: 'glossary',
        title: '名词',
        schema: glossarySchema.element,
        titles: { id: '编号', term: '名词', definition: '释义' },
      },
      edition.glossary,
    ),
    describeDataset(
      {
        name: 'sources',
        title: '出处与许可',
        schema: sourcesSchema.element,
        leftOut: ['short', 'parts'],
        titles: {
          id: '编号',
          title: '名称',
          describes: '取用',
          publisher: '出版者',
          date: '日期',
          licence: '许可',
          url: '网址',
        },
      },
      edition.sources,
    ),
  ]
}
