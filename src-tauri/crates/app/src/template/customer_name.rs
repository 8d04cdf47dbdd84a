//! The customer's name in texts that go into a template: prose is left out, titles get a placeholder.

/// Stands in titles where the customer was named.
const PLACEHOLDER: &str = "[customer]";

/// The words of a customer's name, in small letters. The first alone names them already.
pub(super) struct CustomerName(Vec<String>);

impl CustomerName {
    pub(super) fn of(name: &str) -> Self {
        Self(pieces(name).into_iter().filter(|piece| is_word(piece)).map(str::to_lowercase).collect())
    }

    /// The text, or nothing where it names the customer.
    pub(super) fn left_out(&self, text: String) -> String {
        let named =
            pieces(&text).iter().any(|piece| self.at(0).is_some_and(|first| *first == piece.to_lowercase()));
        if named { String::new() } else { text }
    }

    /// The text with a placeholder in the place of the name, however much of it stands there.
    pub(super) fn replaced(&self, text: &str) -> String {
        let pieces = pieces(text);
        let is = |at: usize, word: usize| {
            pieces.get(at).zip(self.at(word)).is_some_and(|(piece, word)| piece.to_lowercase() == *word)
        };
        let (mut shown, mut at) = (String::with_capacity(text.len()), 0);
        while let Some(piece) = pieces.get(at) {
            at += 1;
            if !is(at - 1, 0) {
                shown.push_str(piece);
                continue;
            }
            shown.push_str(PLACEHOLDER);
            let mut word = 1;
            // Between two words of a name stands one piece that is none.
            while is(at + 1, word) {
                at += 2;
                word += 1;
            }
        }
        shown
    }

    fn at(&self, word: usize) -> Option<&String> {
        self.0.get(word)
    }
}

fn is_word(piece: &str) -> bool {
    piece.chars().next().is_some_and(char::is_alphanumeric)
}

/// The text cut into words and what stands between them.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let word = first.is_alphanumeric();
        let end = rest.find(|c: char| c.is_alphanumeric() != word).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        pieces.push(piece);
        rest = after;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_replaced_in_titles_and_leaves_prose_out() {
        let name = CustomerName::of("Nordwind Energie AG");
        for (title, shown) in [
            ("Release faster at Nordwind", "Release faster at [customer]"),
            ("NORDWIND Energie AG: pilot", "[customer]: pilot"),
            ("Nordwind's runners, Nordwind AG", "[customer]'s runners, [customer] AG"),
            ("Energie for all", "Energie for all"),
            ("", ""),
        ] {
            assert_eq!(name.replaced(title), shown);
        }
        assert_eq!(name.left_out("What Nordwind asked for.".into()), "");
        assert_eq!(name.left_out("What was asked for.".into()), "What was asked for.");
    }

    #[test]
    fn without_a_name_nothing_is_replaced() {
        assert_eq!(CustomerName::of(" - ").replaced("Pilot - one"), "Pilot - one");
    }
}
