-- 重复诉求: the door is compared as a key (3栋2单元101 is 3-2-101), among the few of a community, by `matter_path`; letter by letter nothing looks for it any more.
drop index matter_place;
