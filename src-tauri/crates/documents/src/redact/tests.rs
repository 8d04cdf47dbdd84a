//! Names and hosts in every form that a text can give them.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;

const BOTH: Redact = Redact { names: true, hosts: true };

fn known() -> RedactionTargets {
    let mut known = RedactionTargets::default();
    known.person("Ines Falk");
    known.email("ines@nordwind.example");
    known.person("Jonas Reuter");
    known.person("Anna-Lena Reuter");
    known.person("Will Grün");
    known.person("\u{9648}\u{660e}");
    known.people("Dr. Ines Falk, Chief Technology Officer; Lea Brandt / Platform team");
    known.host("https://gitlab-prod01:8443/nordwind");
    known.host("Werk Hamburg");
    known
}

fn redacted(what: Redact, text: &str) -> String {
    let labels = BTreeMap::new();
    Redactor::new(what, &known(), Language::En, &labels).text(text)
}

#[test]
fn a_person_has_one_mark_wherever_and_however_the_name_stands() {
    let names = |text: &str| redacted(Redact { names: true, hosts: false }, text);
    for text in [
        "Ines Falk",
        "INES FALK",
        "ines  falk",
        "Falk Ines",
        "Dr. Ines Falk",
        "Falk",
        "Ines",
        "ines_falk",
        "**Ines** Falk",
        "I\u{ad}nes F\u{200b}alk",
    ] {
        let said = names(text).replace("**", "").replace("Dr. ", "");
        assert_eq!(said, "[person 1]", "{text:?} is her");
    }
    assert_eq!(names("Falk, Ines"), "[person 1], [person 1]", "so it is by her last name");
    assert_eq!(names("Falk's team and Falks Team"), "[person 1]'s team and [person 1] Team", "a genitive");
    assert_eq!(names("ask ines@nordwind.example!"), "ask [person 1]!", "her address is hers");
    assert_eq!(names("ask hotline@nordwind.example"), "ask [e-mail]", "another is somebody's");
    assert_eq!(names("Falkenstein, Inessa"), "Falkenstein, Inessa", "whole words only");
    assert_eq!(names("Reuter decides"), "[name] decides", "it could be either of two");
    assert_eq!(names("Jonas Reuter and Anna Lena Reuter"), "[person 2] and [person 3]", "in full it is one");
    assert_eq!(names("it will grow; Will knows"), "it will grow; [person 4] knows", "an ordinary word stays");
    assert_eq!(names("WILL GRUN"), "[person 4]", "accents do not tell people apart");
    assert_eq!(
        names("\u{8bf7}\u{9648}\u{660e}\u{7b7e}\u{5b57}"),
        "\u{8bf7}[person 5]\u{7b7e}\u{5b57}",
        "no spaces"
    );
}

#[test]
fn titles_and_groups_are_nobody() {
    let text = "The platform team and the Chief Technology Officer; Lea asks.";
    let said = "The platform team and the Chief Technology Officer; [person 6] asks.";
    assert_eq!(redacted(BOTH, text), said, "only she is a person");
}

#[test]
fn hosts_go_in_every_form_and_keep_one_mark() {
    let hosts = |text: &str| redacted(Redact { names: false, hosts: true }, text);
    for (text, said) in [
        ("see https://git.nordwind.example/a/b?c=d.", "see [host 1]."),
        ("git.nordwind.example, GIT.NORDWIND.EXAMPLE", "[host 1], [host 1]"),
        ("on git.nordwind.example:8443", "on [host 1] :8443"),
        ("ssh ops@git.nordwind.example", "ssh ops@[host 1]"),
        ("10.0.0.1 and 10.0.0.0/8", "[host 1] and [host 2]/8"),
        ("fe80::1ff:fe23:4567:890a or ::1", "[host 1] or [host 2]"),
        ("gitlab-prod01 in Werk Hamburg", "[host 1] in [host 2]"),
        ("(http://[2001:db8::7]:80/x)", "([host 1])"),
        ("at 10:30 on 1.2.2027, 12.5 days, e.g. 3.14", "at 10:30 on 1.2.2027, 12.5 days, e.g. 3.14"),
        ("It is done.Then node.js 20.4.1", "It is done.Then node.js 20.4.1"),
    ] {
        assert_eq!(hosts(text), said, "{text}");
    }
}

#[test]
fn a_mark_stays_text_in_markdown() {
    assert_eq!(redacted(BOTH, "Ines Falk: signs"), "[person 1] : signs", "or it would define a link");
    assert_eq!(redacted(BOTH, "Ines(CTO)"), "[person 1] (CTO)", "or it would be one");
}

#[test]
fn what_was_taken_is_told_with_its_marks() {
    let (known, labels) = (known(), BTreeMap::new());
    let mut redactor = Redactor::new(BOTH, &known, Language::En, &labels);
    redactor.text("Falk on x.example, Jonas; a@b.example");
    let taken = redactor.taken();
    let names = ["[person 1] Ines Falk", "[person 2] Jonas Reuter", "[e-mail] a@b.example"];
    assert_eq!(taken.names, names, "only who was found, by the name first heard");
    assert_eq!(taken.hosts, ["[host 1] x.example"], "and what was found on them");
    let mut nothing = Redactor::new(Redact::default(), &known, Language::En, &labels);
    assert_eq!(nothing.text("Ines Falk"), "Ines Falk", "unless asked for nothing goes");
}

proptest! {
    #[test]
    fn no_name_and_no_host_is_left(
        names in prop::collection::vec("[A-Z\u{c0}-\u{d6}][a-z\u{df}-\u{f6}]{2,7} [A-Z][a-z]{3,8}", 1..4),
        hosts in prop::collection::vec("[a-z]{1,6}(-[a-z0-9]{1,3})?\\.[a-z]{2,6}\\.(de|com|internal)", 1..3),
        pieces in prop::collection::vec((0..12_usize, any::<prop::sample::Index>(), "[ .,:;()*_/\u{a0}-]{1,2}"), 1..30),
    ) {
        let mut known = RedactionTargets::default();
        names.iter().for_each(|name| known.person(name));
        let text: String = pieces.iter().map(|(form, which, between)| {
            let (name, host) = (which.get(&names), which.get(&hosts));
            let said = match form {
                0 => name.clone(),
                1 => name.to_uppercase(),
                2 => name.to_lowercase(),
                3 => name.replace(' ', "\u{a0}"),
                4 => name.split(' ').next_back().unwrap().to_owned(),
                5 => host.clone(),
                6 => format!("https://{host}/x"),
                7 => format!("{}@{host}", name.to_lowercase().replace(' ', ".")),
                8 => format!("{host}:443"),
                9 => "10.1.2.3".into(),
                _ => "work".into(),
            };
            said + " " + between
        }).collect();
        let labels = BTreeMap::new();
        let said = Redactor::new(BOTH, &known, Language::En, &labels).text(&text);
        let words: Vec<String> = name::tokens(&said).into_iter().map(|token| token.folded).collect();
        for name in &names {
            let name: Vec<String> = name::tokens(name).into_iter().map(|token| token.folded).collect();
            prop_assert!(!words.windows(name.len()).any(|words| *words == *name), "{name:?} in {said}");
        }
        for host in hosts.iter().map(String::as_str).chain(["10.1.2.3"]) {
            prop_assert!(!said.to_lowercase().contains(host), "{host} in {said}");
        }
    }

    #[test]
    fn any_text_and_any_names_are_taken(text in any::<String>(), name in any::<String>()) {
        let mut known = RedactionTargets::default();
        known.person(&name);
        known.email(&text);
        known.people(&text);
        known.host(&name);
        let labels = BTreeMap::new();
        Redactor::new(BOTH, &known, Language::En, &labels).text(&text);
    }
}
