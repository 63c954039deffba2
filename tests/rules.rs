//! Each rule of the data package refuses its own mistake, in words that say what to do.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use it_exports::data::package;
use proptest::prelude::*;

const OBSERVATIONS: &str = "\
sector,start,end,value_usd_million,status,published,source,note
total,2023-01,2023-01,100,final,2023-02-20,sbp,
total,2023-02,2023-02,101,final,2023-03-20,sbp,
total,2023-03,2023-03,102,final,2023-04-20,sbp,
total,2023-04,2023-04,103,final,2023-05-20,sbp,
total,2023-05,2023-05,104,final,2023-06-20,sbp,
total,2023-06,2023-06,105,final,2023-07-20,sbp,
total,2023-07,2023-07,106,final,2023-08-20,sbp,
total,2023-07,2023-08,213.5,revised,2023-10-25,dawn,
total,2023-07,2023-09,321,revised,2023-10-25,dawn,
total,2023-08,2023-08,107,final,2023-09-20,sbp,
total,2023-09,2023-09,107.5,derived,2023-10-25,dawn,321 minus 213.5
total,2023-10,2023-10,109,final,2023-11-20,sbp,
total,2023-11,2023-11,110,final,2023-12-20,sbp,
total,2023-12,2023-12,111,final,2024-01-20,sbp,
total,2024-01,2024-01,112,provisional,2024-02-20,sbp,
total,2024-01,2024-01,112.125,revised,2024-03-18,sbp,
total,2024-02,2024-02,113,provisional,2024-02,app,
computer,2024-01,2024-01,80,final,2024-02-20,sbp,
computer,2024-02,2024-02,81,final,2024-03-18,dawn,
computer.software,2024-01,2024-01,50,final,2024-02-20,sbp,
computer.software,2024-02,2024-02,45,final,2024-03-18,dawn,
computer.other,2024-01,2024-01,30.2,final,2024-02-20,sbp,
computer.bundle,2023-12,2023-12,77,final,2024-01-20,dawn,
telecom,2024-01,2024-01,31.9,final,2024-02-20,sbp,
all_services,2024-01,2024-01,700,final,2024-02-20,sbp,\"all of it, goods excluded\"
";

const SOURCES: &str = "\
id,publisher,outlet,title,url,dated
sbp,State Bank,State Bank,,https://sbp.example/,shown
dawn,State Bank,Dawn,\"IT exports up, again\",https://dawn.example/1,shown
app,State Bank,APP,,http://app.example/2,inferred
world-bank,World Bank,World Bank,,https://data.example/,shown
";

const SECTORS: &str = "\
code,parent,ebops,name_en,name_ur,short_en,short_ur,since,note_en,note_ur
total,,9,IT services,آئی ٹی خدمات,Total,کل,,,
computer,total,9.2,Computer services,کمپیوٹر خدمات,Computer,کمپیوٹر,,,
computer.freelance,computer,9.2.5,Freelance,فری لانسنگ,Freelance,فری لانسنگ,2024-07,Newer,نئی
computer.software,computer,9.2.4,Software,سافٹ ویئر,Software,سافٹ ویئر,,,
computer.other,computer,9.2.6,Other,دیگر,Other,دیگر,,,
computer.bundle,computer,9.2.4+9.2.6,Software and other,سافٹ ویئر و دیگر,Both,دونوں,,,
telecom,total,9.1,Telecommunications,ٹیلی مواصلات,Telecom,ٹیلی مواصلات,,,
all_services,,,All services,تمام خدمات,All,تمام,,,
";

const WORKING_DAYS: &str = "\
month,weekdays,holidays,working_days,holiday_names
2023-01,22,0,22,
2023-02,20,1,19,05 Kashmir Solidarity Day
2023-03,23,1,22,23 Pakistan Day
2023-04,20,2,18,21 Eid al-Fitr; 24 Eid al-Fitr
2023-05,23,1,22,01 Labour Day
2023-06,22,2,20,29 Eid al-Adha; 30 Eid al-Adha
2023-07,21,2,19,27 Ashura; 28 Ashura
2023-08,23,1,22,14 Independence Day
2023-09,21,1,20,28 Prophet's Birthday
2023-10,22,0,22,
2023-11,22,1,21,09 Iqbal Day
2023-12,21,1,20,25 Quaid-e-Azam Day
2024-01,23,0,23,
2024-02,21,1,20,05 Kashmir Solidarity Day
";

const EVENTS: &str = "\
date,kind,title_en,title_ur,text_en,text_ur,source
2023-05-09,shock,Internet cut,انٹرنیٹ بند,Mobile internet was cut.,موبائل انٹرنیٹ بند رہا۔,dawn
2023-11,policy,New rule,نیا ضابطہ,Half may be kept.,نصف رکھا جا سکتا ہے۔,dawn
";

/// A file of which the program knows nothing but that it names sources.
const PEERS: &str = "\
country,value,source
IND,162,world-bank
";

const DESCRIPTION: &str = r#"{
  "resources": [
    {"path": "observations.csv", "schema": {"fields": [
      {"name": "sector"}, {"name": "start"}, {"name": "end"}, {"name": "value_usd_million"},
      {"name": "status"}, {"name": "published"}, {"name": "source"}, {"name": "note"}]},
     "history": {"until": "2024-02-29", "rows": 20}},
    {"path": "sources.csv", "schema": {"fields": [{"name": "id"}, {"name": "publisher"},
      {"name": "outlet"}, {"name": "title"}, {"name": "url"}, {"name": "dated"}]}},
    {"path": "sectors.csv", "schema": {"fields": [
      {"name": "code"}, {"name": "parent"}, {"name": "ebops"}, {"name": "name_en"},
      {"name": "name_ur"}, {"name": "short_en"}, {"name": "short_ur"}, {"name": "since"},
      {"name": "note_en"}, {"name": "note_ur"}]}},
    {"path": "working_days.csv", "schema": {"fields": [{"name": "month"}, {"name": "weekdays"},
      {"name": "holidays"}, {"name": "working_days"}, {"name": "holiday_names"}]}},
    {"path": "events.csv", "schema": {"fields": [{"name": "date"}, {"name": "kind"},
      {"name": "title_en"}, {"name": "title_ur"}, {"name": "text_en"}, {"name": "text_ur"},
      {"name": "source"}]}},
    {"path": "peers.csv", "schema": {"fields": [{"name": "country"}, {"name": "value"},
      {"name": "source"}]}}
  ]
}
"#;

const FILES: [(&str, &str); 7] = [
    ("observations.csv", OBSERVATIONS),
    ("sources.csv", SOURCES),
    ("sectors.csv", SECTORS),
    ("working_days.csv", WORKING_DAYS),
    ("events.csv", EVENTS),
    ("peers.csv", PEERS),
    ("datapackage.json", DESCRIPTION),
];

/// A valid package in a folder of its own, gone at the end of the test.
struct Copy(PathBuf);

impl Copy {
    fn new() -> Copy {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("rules-{}-{count}", std::process::id());
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).unwrap();
        let copy = Copy(folder);
        for (file, text) in FILES {
            copy.write(file, text.as_bytes());
        }
        copy
    }

    fn write(&self, file: &str, bytes: &[u8]) {
        fs::write(self.0.join(file), bytes).unwrap();
    }

    /// Replaces a text that stands once in the file.
    fn change(&self, file: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.0.join(file)).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{from} stands once in {file}");
        self.write(file, text.replacen(from, to, 1).as_bytes());
    }

    /// Without the folder in front.
    fn problems(&self) -> Vec<String> {
        let folder = format!("{}/", self.0.display());
        let problems = package::read(&self.0).err().unwrap_or_default();
        problems.iter().map(|it| it.to_string().replacen(&folder, "", 1)).collect()
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Only `expected` is said of a package in which `from` was replaced by `to`.
#[track_caller]
fn check(file: &str, from: &str, to: &str, expected: &str) {
    let copy = Copy::new();
    copy.change(file, from, to);
    assert_eq!(copy.problems(), [expected]);
}

#[test]
fn print_all() {
    let cases: &[(&str,&str,&str)] = &[
("observations.csv", "sector,start,end,", "sector,begin,end,"),
("observations.csv", "sector,start,end,value_usd_million,status,published,source,note\n", "sector;start;end;value_usd_million;status;published;source;note\n"),
("sources.csv", "url,dated\n", "url\n"),
("sources.csv", "url,dated\n", "url,dated,seen\n"),
("peers.csv", "value,source", "amount,source"),
("events.csv", &EVENTS[51..], ""),
("observations.csv", "total,2023-03,", ",,,,,,,\ntotal,2023-03,"),
("observations.csv", "104,final", "1,004,final"),
("observations.csv", "103,final,2023-05-20,sbp,", "103,final,2023-05-20,sbp"),
("observations.csv", "\"all of it, goods excluded\"", "\"all of it, goods excluded"),
("observations.csv", "2024-01-20,dawn,", "2024-01-20, dawn,"),
("observations.csv", "80,final", "80,"),
("sectors.csv", "IT services,آئی ٹی خدمات", "IT services,"),
("sectors.csv", "Newer,نئی", "Newer,"),
("events.csv", "Half may be kept.,نصف رکھا جا سکتا ہے۔", "Half may be kept.,"),
("observations.csv", "total,2023-04,", "total,Apr-23,"),
("observations.csv", "2023-05-20", "20/05/2023"),
("events.csv", "2023-05-09", "2023-02-29"),
("observations.csv", "103,", "\"1,03\","),
("observations.csv", "103,", "n/a,"),
("observations.csv", "103,", "-103,"),
("observations.csv", "103,", "103.0004,"),
("observations.csv", "103,", "1.03E+02,"),
("observations.csv", "113,provisional", "113,preliminary"),
("sources.csv", "2,inferred", "2,guessed"),
("events.csv", "shock", "scandal"),
("sources.csv", "world-bank,World Bank,World", "World Bank,World Bank,World"),
("sources.csv", "http://app.example/2", "www.app.example/2"),
("sources.csv", "http://app.example/2", "http://app.example/2 page"),
("observations.csv", "computer.other", "computer.othr"),
("observations.csv", "computer.other", "gaming"),
("events.csv", "رہا۔,dawn", "رہا۔,dwan"),
("peers.csv", "world-bank", "imf"),
("sources.csv", "app,State", "sbp,State"),
("sectors.csv", "telecom,total,9.1", "telecom,total,9.2"),
("peers.csv", "world-bank", "dawn"),
("sectors.csv", "total,,9,", "all,,9,"),
("sectors.csv", "total,,9,", "total,computer,9,"),
("sectors.csv", "telecom,total", "telecom,totl"),
("sectors.csv", "computer,total,9.2,", "computer,telecom,9.2,"),
("sectors.csv", "9.2.4+9.2.6", "9.2.4+9.2.7"),
("observations.csv", "total,2023-07,2023-08", "total,2023-07,2023-05"),
("observations.csv", "2023-02-20", "2022-12-20"),
("observations.csv", "2023-02-20", "2023-01-31"),
("observations.csv", "total,2023-03,2023-03,102,final,2023-04-20,sbp,\ntotal,2023-04,2023-04,103,final,2023-05-20,sbp,", "total,2023-04,2023-04,103,final,2023-05-20,sbp,\ntotal,2023-03,2023-03,102,final,2023-04-20,sbp,"),
("observations.csv", "2024-03-18,sbp,", "2024-02-20,sbp,"),
("observations.csv", "700,", "700000000,"),
("observations.csv", "321 minus 213.5", "by difference"),
("observations.csv", "321 minus 213.5", "321 minus 213.8"),
("observations.csv", "total,2023-12,2023-12,111,final,2024-01-20,sbp,\ntotal,2024-01,2024-01,112,provisional,2024-02-20,sbp,\n", "total,2024-01,2024-01,112,provisional,2024-02-20,sbp,\n"),
("observations.csv", "45,final", "81.5,final"),
("observations.csv", "50,final", "52,final"),
("observations.csv", "112.125", "165.125"),
("observations.csv", "213.5,revised", "321.5,revised"),
("datapackage.json", "\"rows\": 20", "\"rows\": 22"),
("datapackage.json", "2024-02-29", "2024-02-30"),
("datapackage.json", ",\n     \"history\": {\"until\": \"2024-02-29\", \"rows\": 20}", ""),
("datapackage.json", "{\"name\": \"title\"}, ", ""),
("datapackage.json", "peers.csv", "peers_2024.csv"),
("datapackage.json", "\"sources.csv\"", "\"events.csv\""),
("datapackage.json", "\"path\": \"peers.csv\", ", ""),
("datapackage.json", "  ]\n}", "  ]\n"),
("working_days.csv", "2023-04,20,2,18", "2023-04,20,x,18"),
("working_days.csv", "2023-03,23", "2023-03,24"),
("working_days.csv", "2023-04,20,2,18", "2023-04,20,2,17"),
("working_days.csv", "2023-04,20,2,18,21 Eid al-Fitr; 24 Eid al-Fitr\n", ""),
("working_days.csv", "2023-01,22,0,22,\n", ""),
("working_days.csv", "2024-02,21,1,20,05 Kashmir Solidarity Day\n", ""),
    ];
    println!("{:?}", Copy::new().problems());
    for (f,a,b) in cases {
        let copy = Copy::new();
        copy.change(f,a,b);
        println!("--- {f} {a:?} -> {b:?}");
        for p in copy.problems() { println!("{p}"); }
    }
}
