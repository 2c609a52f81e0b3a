"""Invented texts in English, Finnish, Arabic and easy-read Swedish. A text that is not here stays in Swedish."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES = ("en", "fi", "ar", "sv-x-lattlast")
OLDER = frozenset(
    [
        "Familjer i $kommun med barn och unga upp till 20 år.",
        "Hjälp att dricka mindre, sluta med droger eller sluta spela.",
    ]
)
"""Texts whose Swedish is said to have changed since they were translated."""
TEXTS: Mapping[str, tuple[str, str, str, str]] = {
    "mottagningen för råd och stöd": (
        "the reception for advice and support",
        "neuvonnan ja tuen vastaanotto",
        "مكتب استقبال المشورة والدعم",
        "mottagningen för råd och stöd",
    ),
    "kommunens medborgarservice": (
        "the municipality’s citizen service",
        "kunnan asukaspalvelu",
        "خدمة المواطنين في البلدية",
        "kommunens medborgarservice",
    ),
    "socialtjänstens mottagning": (
        "the reception of the social services",
        "sosiaalipalvelujen vastaanotto",
        "مكتب استقبال الخدمات الاجتماعية",
        "socialtjänstens mottagning",
    ),
    "Det här är ett exempel. Kommunerna, verksamheterna och deras telefonnummer är påhittade. Behöver du stöd? Vänd "
    "dig till din egen kommun.": (
        "This is an example. The municipalities, the services and their telephone numbers are invented. Do you need "
        "support? Turn to your own municipality.",
        "Tämä on esimerkki. Kunnat, toiminnot ja niiden puhelinnumerot ovat keksittyjä. Tarvitsetko tukea? Käänny oman "
        "kuntasi puoleen.",
        "هذا مثال. البلديات والجهات وأرقام هواتفها من نسج الخيال. هل تحتاج إلى دعم؟ توجّه إلى بلديتك.",
        "Det här är ett exempel. Allt är påhittat. Behöver du stöd? Fråga din egen kommun.",
    ),
    "Stöd i $ort": ("Support in $ort", "Tukea: $ort", "الدعم في $ort", "Stöd i $ort"),
    "Råd och stöd i $ort": (
        "Advice and support in $ort",
        "Neuvontaa ja tukea: $ort",
        "المشورة والدعم في $ort",
        "Råd och stöd i $ort",
    ),
    "Hitta stöd i $ort": ("Find support in $ort", "Löydä tukea: $ort", "اعثر على الدعم في $ort", "Hitta stöd i $ort"),
    "Socialjouren i $ort": (
        "The social emergency service in $ort",
        "Sosiaalipäivystys: $ort",
        "خدمة الطوارئ الاجتماعية في $ort",
        "Socialjouren i $ort",
    ),
    "Kommunens växel": ("The municipality’s switchboard", "Kunnan vaihde", "بدالة البلدية", "Kommunens växel"),
    "Kommunens växel.": ("The municipality’s switchboard.", "Kunnan vaihde.", "بدالة البلدية.", "Kommunens växel."),
    "Här ser du vilket stöd du kan få i $ort och om det krävs ett beslut.": (
        "Here you see what support you can get in $ort and whether it needs a decision.",
        "Täältä näet, mitä tukea voit saada ($ort) ja tarvitaanko siihen päätös.",
        "هنا ترى الدعم الذي يمكنك الحصول عليه في $ort وما إذا كان يتطلب قرارًا.",
        "Här ser du vilket stöd du kan få i $ort. Du ser också om kommunen måste bestämma först.",
    ),
    "Allt stöd i $kommun på ett ställe: vad det är, hur du får det och vem du ringer.": (
        "All support in $kommun in one place: what it is, how you get it and whom to ring.",
        "Kaikki tuki yhdessä paikassa ($kommun): mitä se on, miten sen saat ja kenelle soitat.",
        "كل الدعم في $kommun في مكان واحد: ما هو، وكيف تحصل عليه، وبمن تتصل.",
        "Här finns allt stöd i $kommun. Du ser vad det är, hur du får det och vem du ringer.",
    ),
    "$reception, telefon $reception_phone": (
        "$reception, telephone $reception_phone",
        "$reception, puhelin $reception_phone",
        "$reception، هاتف $reception_phone",
        "$reception, telefon $reception_phone",
    ),
    "Ansök i e-tjänsten på $site/e-tjanster eller ring $reception, telefon $reception_phone.": (
        "Apply by the online service at $site/e-tjanster or ring $reception, telephone $reception_phone.",
        "Tee hakemus sähköisessä palvelussa $site/e-tjanster tai soita: $reception, puhelin $reception_phone.",
        "قدّم الطلب عبر الخدمة الإلكترونية على $site/e-tjanster أو اتصل: $reception، هاتف $reception_phone.",
        "Ansök på internet: $site/e-tjanster. Eller ring $reception, telefon $reception_phone.",
    ),
    "Ring $reception, telefon $reception_phone. En handläggare hjälper dig med ansökan.": (
        "Ring $reception, telephone $reception_phone. A case officer helps you with the application.",
        "Soita: $reception, puhelin $reception_phone. Käsittelijä auttaa sinua hakemuksen teossa.",
        "اتصل: $reception، هاتف $reception_phone. يساعدك موظف القضايا في تقديم الطلب.",
        "Ring $reception, telefon $reception_phone. De hjälper dig att ansöka.",
    ),
    "Råd och stöd": ("Advice and support", "Neuvontaa ja tukea", "المشورة والدعم", "Råd och stöd"),
    "Någon att prata med": ("Somebody to talk to", "Joku, jolle puhua", "شخص تتحدث معه", "Någon att prata med"),
    "Barn, unga och familj": (
        "Children, young people and family",
        "Lapset, nuoret ja perhe",
        "الأطفال والشباب والعائلة",
        "Barn, unga och familj",
    ),
    "Familj och föräldraskap": ("Family and parenthood", "Perhe ja vanhemmuus", "العائلة والأبوة والأمومة", "Familj"),
    "Skadligt bruk och beroende": (
        "Harmful use and dependence",
        "Haitallinen käyttö ja riippuvuus",
        "التعاطي الضار والإدمان",
        "Alkohol, droger och spel",
    ),
    "Alkohol, droger och spel": (
        "Alcohol, drugs and gambling",
        "Alkoholi, huumeet ja rahapelit",
        "الكحول والمخدرات والقمار",
        "Alkohol, droger och spel",
    ),
    "Hot och våld i nära relation": (
        "Threats and violence in close relationships",
        "Uhkailu ja väkivalta lähisuhteessa",
        "التهديد والعنف في العلاقات القريبة",
        "När någon nära dig slår eller hotar",
    ),
    "Våld i nära relation": (
        "Violence in close relationships",
        "Väkivalta lähisuhteessa",
        "العنف في العلاقات القريبة",
        "När någon nära dig slår",
    ),
    "Samtal och råd för dig som inte vet vart du ska vända dig.": (
        "Conversations and advice for you who do not know where to turn.",
        "Keskusteluja ja neuvoja sinulle, joka et tiedä, minne kääntyä.",
        "محادثات ومشورة لمن لا يعرف إلى أين يتجه.",
        "Vet du inte vem du ska fråga? Här får du prata och få råd.",
    ),
    "Stöd till föräldrar, barn och unga, och hjälp när ett barn far illa.": (
        "Support for parents, children and young people, and help when a child is at risk.",
        "Tukea vanhemmille, lapsille ja nuorille sekä apua, kun lapsella on hätä.",
        "دعم للآباء والأمهات والأطفال والشباب، ومساعدة عندما يتعرض طفل للأذى.",
        "Stöd till föräldrar, barn och unga. Hjälp när ett barn har det dåligt.",
    ),
    "Hjälp att dricka mindre, sluta med droger eller sluta spela.": (
        "Help to drink less or to stop using drugs.",
        "Apua juomisen vähentämiseen tai huumeiden käytön lopettamiseen.",
        "مساعدة على تقليل الشرب أو الإقلاع عن المخدرات.",
        "Hjälp att dricka mindre eller sluta med droger.",
    ),
    "Stöd och skydd när någon nära hotar, kontrollerar eller slår.": (
        "Support and protection when somebody close threatens, controls or hits.",
        "Tukea ja suojaa, kun joku läheinen uhkaa, kontrolloi tai lyö.",
        "دعم وحماية عندما يهدد شخص قريب أو يتحكم أو يضرب.",
        "Stöd och skydd när någon nära dig hotar, bestämmer över dig eller slår.",
    ),
    "Råd om pengar och skulder, och ekonomiskt bistånd.": (
        "Advice about money and debts, and financial assistance.",
        "Neuvoja raha-asioista ja veloista sekä toimeentulotuki.",
        "مشورة عن المال والديون، والمساعدة الاقتصادية.",
        "Råd om pengar och skulder. Pengar från kommunen.",
    ),
    "Här får föräldrar, barn och unga stöd när det är svårt hemma.": (
        "Here parents, children and young people get support when things are hard at home.",
        "Täällä vanhemmat, lapset ja nuoret saavat tukea, kun kotona on vaikeaa.",
        "هنا يحصل الآباء والأمهات والأطفال والشباب على دعم عندما تكون الأمور صعبة في البيت.",
        "Här får föräldrar, barn och unga stöd när det är svårt hemma.",
    ),
    "Vi hjälper familjer att få vardagen att fungera bättre.": (
        "We help families to make everyday life work better.",
        "Autamme perheitä saamaan arjen toimimaan paremmin.",
        "نساعد العائلات على أن تسير حياتها اليومية بشكل أفضل.",
        "Vi hjälper familjer att få det bättre i vardagen.",
    ),
    "Familjer i $kommun med barn och unga upp till 20 år.": (
        "Families in $kommun with children and young people up to 18.",
        "Perheet, joissa on enintään 18-vuotiaita lapsia ja nuoria ($kommun).",
        "العائلات في $kommun التي لديها أطفال وشباب حتى عمر 18 سنة.",
        "Familjer i $kommun med barn som är högst 18 år.",
    ),
    "Åldern gäller barnet eller den unga.": (
        "The age is that of the child or young person.",
        "Ikä tarkoittaa lapsen tai nuoren ikää.",
        "المقصود هو عمر الطفل أو الشاب.",
        "Det är barnet eller den unga som ska vara så gammal.",
    ),
    "du som är förälder": (
        "you who are a parent",
        "sinä, joka olet vanhempi",
        "أنت الأب أو الأم",
        "du som är förälder",
    ),
    "du som är ung": ("you who are young", "sinä, joka olet nuori", "أنت الشاب أو الشابة", "du som är ung"),
    "skolan, om du säger ja": (
        "the school, if you agree",
        "koulu, jos suostut",
        "المدرسة، إذا وافقت",
        "skolan, om du säger ja",
    ),
    "Samtal för föräldrar": (
        "Conversations for parents",
        "Keskusteluja vanhemmille",
        "محادثات للوالدين",
        "Samtal för föräldrar",
    ),
    "Du får prata med en familjepedagog om det som är svårt hemma.": (
        "You talk to a family worker about what is hard at home.",
        "Saat puhua perheohjaajan kanssa siitä, mikä kotona on vaikeaa.",
        "تتحدث مع مربٍّ أسري عمّا هو صعب في البيت.",
        "Du får prata med någon om det som är svårt hemma.",
    ),
    "upp till åtta samtal": (
        "up to eight conversations",
        "enintään kahdeksan keskustelua",
        "حتى ثماني محادثات",
        "upp till 8 samtal",
    ),
    "för fler samtal": (
        "for more conversations",
        "useampia keskusteluja varten",
        "لمزيد من المحادثات",
        "om du vill ha fler samtal",
    ),
    "Oftast fem till åtta samtal.": (
        "Usually five to eight conversations.",
        "Yleensä viidestä kahdeksaan keskustelua.",
        "من خمس إلى ثماني محادثات عادةً.",
        "Ofta 5 till 8 samtal.",
    ),
    "En kurs i grupp för dig som vill bråka mindre med ditt barn.": (
        "A course in a group for you who want to quarrel less with your child.",
        "Ryhmäkurssi sinulle, joka haluat riidellä vähemmän lapsesi kanssa.",
        "دورة جماعية لمن يريد أن يقلل الشجار مع طفله.",
        "En kurs för dig som vill bråka mindre med ditt barn.",
    ),
    "Hela familjen får ett längre stöd, ofta hemma hos er.": (
        "The whole family gets support over a longer time, often at home.",
        "Koko perhe saa pidempää tukea, usein kotona.",
        "تحصل العائلة كلها على دعم أطول، وغالبًا في بيتكم.",
        "Hela familjen får stöd länge, ofta hemma hos er.",
    ),
}
