//! Encodings by their names: those of WHATWG, and those of MS-DOS, in which spreadsheets still write.

use encoding_rs::{Encoding, UTF_8};

/// An encoding of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Charset {
    /// One of WHATWG's.
    Web(&'static Encoding),
    /// A byte a sign.
    Table(&'static Table),
}

/// What the bytes from 0x80 on stand for.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Table {
    name: &'static str,
    labels: [&'static str; 3],
    signs: &'static str,
}

/// Western Europe.
pub(super) static IBM850: Table = Table {
    name: "IBM850",
    labels: ["ibm850", "cp850", "850"],
    signs: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
            └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}",
};
/// Central Europe.
pub(super) static IBM852: Table = Table {
    name: "IBM852",
    labels: ["ibm852", "cp852", "852"],
    signs: "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐\
            └┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{ad}˝˛ˇ˘§÷¸°¨˙űŘř■\u{a0}",
};

impl Charset {
    /// The one of a name, if it is known.
    pub(super) fn named(label: &str) -> Option<Self> {
        let lower = label.trim().to_lowercase();
        let table = [&IBM850, &IBM852].into_iter().find(|table| table.labels.contains(&lower.as_str()));
        table.map(Self::Table).or_else(|| Encoding::for_label(lower.as_bytes()).map(Self::Web))
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Web(encoding) => encoding.name(),
            Self::Table(table) => table.name,
        }
    }

    /// The text, where every byte means something.
    pub(super) fn read(self, bytes: &[u8]) -> Option<String> {
        match self {
            Self::Web(encoding) if encoding == UTF_8 => std::str::from_utf8(bytes).ok().map(str::to_owned),
            Self::Web(encoding) => {
                let (text, broken) = encoding.decode_without_bom_handling(bytes);
                (!broken).then(|| text.into_owned())
            }
            Self::Table(table) => {
                let signs: Vec<char> = table.signs.chars().collect();
                let sign = |byte: &u8| match byte.checked_sub(0x80) {
                    Some(at) => signs.get(usize::from(at)).copied(),
                    None => Some(char::from(*byte)),
                };
                bytes.iter().map(sign).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_a_sign_for_each_byte() {
        for (table, byte, sign) in
            [(&IBM850, 0x94, 'ö'), (&IBM850, 0xe1, 'ß'), (&IBM852, 0x88, 'ł'), (&IBM852, 0xfd, 'ř')]
        {
            assert_eq!(table.signs.chars().count(), 128, "{}", table.name);
            assert_eq!(Charset::Table(table).read(&[b'a', byte]), Some(format!("a{sign}")), "{}", table.name);
        }
        let named = |label: &str| Charset::named(label).map(Charset::name);
        assert_eq!(
            (named("CP850"), named("ibm852"), named("klingon")),
            (Some("IBM850"), Some("IBM852"), None)
        );
    }
}
