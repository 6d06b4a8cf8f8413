-- Businesses of the territory (企业、个体工商户) and how far they have come with resuming work (复工复产).
create table business (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  kind text not null check (kind in ('enterprise', 'soleTrader')),
  name text not null,
  -- the name as it is compared with that of a list: without spaces, brackets and capitals
  name_key text not null,
  -- 统一社会信用代码 (GB 32100-2015)
  credit_code text,
  trade text not null,
  address text not null default '',
  -- 负责人
  contact_name text,
  phone_sealed text,
  phone_masked text,
  -- persons: 员工总数、拟返岗、其中来自高风险地区
  staff int check (staff >= 0),
  to_return int check (to_return >= 0),
  from_high_risk int check (from_high_risk >= 0),
  state text not null check (state in ('notResumed', 'applied', 'resumed', 'suspended', 'closed')),
  -- 未复工原因, with words
  reason text,
  reason_note text,
  applied_on date,
  resumed_on date,
  -- the day it is to be looked at (again)
  look_on date,
  -- the last check: what it came to, by which order, and why
  decision jsonb,
  created_at timestamptz not null,
  creator_name text,
  updated_at timestamptz not null
);
create index business_path on business (area_path, name, id);
create index business_work on business (area_path, state, look_on);
create index business_code on business (credit_code) where credit_code is not null;

-- Every step of a business (经过): who, when, why, by which order; and where it stood before, so that it can be taken back and said of a former day.
create table business_step (
  id uuid primary key,
  business_id uuid not null references business (id),
  area_path text collate "C" not null,
  at timestamptz not null,
  kind text not null,
  params jsonb not null default '{}',
  before jsonb,
  policy_id uuid,
  account_id uuid,
  actor_name text,
  undone_at timestamptz
);
create index business_step_business on business_step (business_id, at desc, id desc);
create index business_step_path on business_step (area_path);
