DROP TABLE sturing.opdrachtregel;
