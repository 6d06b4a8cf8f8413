-- What arrived since the last look is the end of the table: a summary of each stretch of pages finds it, and costs a row that is written nothing.
drop index passage_event_received;
create index passage_event_received on passage_event using brin (received_at) with (pages_per_range = 32, autosummarize = on);
