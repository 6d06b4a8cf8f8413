-- 双因素: an authenticator per account; what was confirmed is sealed, the step used last is kept so that no code counts twice.
alter table account add column factor_sealed text;
alter table account add column factor_pending_sealed text;
alter table account add column factor_since timestamptz;
alter table account add column factor_step bigint;
-- 账号有效期: the last day on which it may be used
alter table account add column valid_until date;
-- When the second factor was given in this session.
alter table session add column factor_at timestamptz;

-- 恢复码: ten one-time codes for the day the telephone is lost; only their keyed index is kept.
create table recovery_code (
  account_id uuid not null references account (id),
  code_index text not null,
  used_at timestamptz,
  primary key (account_id, code_index)
);

-- 授权申请: what a new account is to be; the system administrator proposes, the security administrator grants.
create table role_request (
  id uuid primary key,
  account_id uuid not null references account (id),
  role text not null,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  state text not null default 'waiting' check (state in ('waiting', 'granted', 'refused')),
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  decided_by_name text,
  decided_at timestamptz,
  decision_reason text
);
create index role_request_waiting on role_request (area_path, asked_at) where state = 'waiting';
create index role_request_account on role_request (account_id, asked_at desc);

-- 请假: who is away from when to when, and who stands in.
create table leave (
  id uuid primary key,
  account_id uuid not null references account (id),
  from_on date not null,
  to_on date not null,
  stand_in_id uuid not null references account (id),
  reason text not null,
  made_by_name text not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  check (from_on <= to_on)
);
create index leave_account on leave (account_id, to_on);

-- A demo says its passwords on its sign-in page; there a second factor would only keep people out.
insert into setting (key, value, reason)
select 'accounts.secondFactor', '{"on": false, "roles": ["subdistrictOfficer", "districtCommand", "cdc", "healthBureau", "systemAdmin", "securityAdmin", "auditor"]}'::jsonb, '演示'
where exists (select from setting where key = 'demo') on conflict (key) do nothing;
insert into setting (key, value, reason)
select 'accounts.passwordDays', '0'::jsonb, '演示' where exists (select from setting where key = 'demo') on conflict (key) do nothing;
