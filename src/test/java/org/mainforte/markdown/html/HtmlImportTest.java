package org.mainforte.markdown.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages as the tools of an intranet export them. */
class HtmlImportTest {
    private static final String SHAREPOINT = """
            <!DOCTYPE html>
            <html lang="en-us" dir="ltr"><head><meta http-equiv="X-UA-Compatible" content="IE=edge">
            <title>Accès à distance - Portail informatique</title>
            <meta property="og:url" content="https://societe.sharepoint.com/sites/IT/SitePages/Acces-a-distance.aspx">
            <meta property="article:modified_time" content="2026-05-12T08:00:00Z">
            <script>window._spPageContextInfo = {"webTitle":"IT"};</script></head>
            <body><div id="SuiteNavWrapper"><a href="/">Microsoft 365</a><input placeholder="Rechercher dans ce site"></div>
            <div role="navigation" class="ms-HubNav"><ul><li><a href="/sites/IT">Accueil</a></li><li><a href="/sites/RH">RH</a></li></ul></div>
            <div data-automation-id="contentScrollRegion"><div data-automation-id="pageHeader">
            <div data-automation-id="TitleTextId" role="heading" aria-level="1">Accès à distance</div>
            <span>Jean Martin, technicien</span></div>
            <div data-automation-id="CanvasLayout"><div class="CanvasZone"><div class="CanvasSection"><div data-automation-id="CanvasControl">
            <div data-automation-id="textBox" class="ck-content"><p>Pour joindre les outils internes <strong>hors du bureau</strong>, utilisez le VPN&nbsp;de l’entreprise. Il n’est pas utile pour Outlook.</p>
            <h2 id="se-connecter"><strong>Se connecter</strong></h2>
            <ol><li>Cliquez sur <strong>Démarrer&nbsp;:</strong> puis tapez VPN.</li><li>Choisissez la connexion<ul><li>au bureau : aucune</li><li>ailleurs : Siège</li></ul></li><li>Approuvez sur le téléphone.</li></ol>
            <p><a href="/sites/IT/SitePages/Mot-de-passe.aspx#oublie">Mot de passe oublié ?</a> ou <a href="https://aka.ms/sspr">réinitialisez-le</a>.</p>
            <h3>Comment choisir la passerelle ?</h3>
            <table><tbody><tr><th>Site</th><th>Passerelle</th></tr><tr><td>Nancy</td><td>vpn-est | secours</td></tr><tr><td>Lyon</td><td>vpn-sud</td></tr></tbody></table>
            <h2>En cas d’échec</h2><p>Notez le code <code>809</code> et <a href="mailto:support@societe.example?subject=VPN">écrivez au support</a>.</p>
            <img src="https://cdn.example/vpn.png" alt="La fenêtre du VPN"></div></div></div></div></div>
            <div id="CommentsWrapper" data-automation-id="CommentsWrapper"><h2>Commentaires</h2><p>Paul : ça marche pas chez moi !</p></div></div>
            <footer><a href="/mentions">Mentions légales</a></footer></body></html>""";
    private static final String SHAREPOINT_PASSWORD = """
            <html lang="fr-fr"><head><title>Mot de passe - Portail informatique</title>
            <link rel="canonical" href="https://societe.sharepoint.com/sites/IT/SitePages/Mot-de-passe.aspx"></head><body>
            <div data-automation-id="CanvasLayout"><div data-automation-id="textBox">
            <p>Le mot de passe de travail sert partout : ordinateur, messagerie, téléphone et applications.</p>
            <h2>Changer le mot de passe</h2><p>Appuyez sur Ctrl, Alt et Suppr, puis choisissez de le changer.</p>
            <h2><a id="oublie"></a>Mot de passe oublié</h2><p>Ouvrez la page de réinitialisation depuis votre téléphone.</p>
            </div></div></body></html>""";
    private static final String CONFLUENCE = """
            <!DOCTYPE html>
            <html><head><title>IT Help : Printing on the 3rd floor</title>
            <link rel="stylesheet" href="styles/site.css" type="text/css"/><META http-equiv="Content-Type" content="text/html; charset=UTF-8"></head>
            <body class="theme-default aui-theme-default"><div id="page"><div id="main" class="aui-page-panel"><div id="main-header">
            <div id="breadcrumb-section"><ol id="breadcrumbs"><li class="first"><span><a href="index.html">IT Help</a></span></li></ol></div>
            <h1 id="title-heading" class="pagetitle"><span id="title-text"> IT Help : Printing on the 3rd floor </span></h1></div>
            <div id="content" class="view"><div class="page-metadata">Created by <span class='author'> Alice Blanc</span>, last modified by <span class='editor'> Bob Noir</span> on Mar 05, 2026</div>
            <div id="main-content" class="wiki-content group">
            <div class="toc-macro"><ul><li><a href="#Printing-Add">Add the printer</a></li></ul></div>
            <p>The printer of the floor is called <strong>P-3-EAST</strong> and you can use it from any company PC.</p>
            <h1 id="Printing-Add">Add the printer</h1>
            <p>Open <strong>Settings &gt; Bluetooth &amp; devices &gt; Printers &amp; scanners</strong>.</p>
            <div class="table-wrap"><table class="confluenceTable"><thead><tr><th class="confluenceTh">Paper</th><th class="confluenceTh">Tray</th></tr></thead><tbody><tr><td class="confluenceTd"><p>A4</p></td><td class="confluenceTd"><ul><li>1</li><li>2</li></ul></td></tr></tbody></table></div>
            <div class="panel conf-macro"><div class="panelContent"><p>Not at home: see <a href="Scanning_98305.html">scanning</a>, <a href="/pages/viewpage.action?pageId=98305#Scanning-Mail">by mail</a> and <a href="Gone_77777.html">the old page</a>.</p></div></div>
            <h2 id="Printing-PIN">Secure printing</h2><p>Type your <em>badge number</em> at the printer.</p>
            <h1>Attached form</h1><p>Use the <a href="attachments/98304/98310.pdf?api=v2">request form</a> if you need colour.</p>
            <pre class="syntaxhighlighter-pre">rundll32 printui.dll,PrintUIEntry /il</pre></div>
            <div class="pageSection group"><div class="pageSectionHeader"><h2 id="attachments" class="pageSectionTitle">Attachments:</h2></div><div class="greybox"><a href="attachments/98304/98310.pdf">form.pdf</a></div></div>
            </div></div><div id="footer" role="contentinfo"><section class="footer-body"><p>Document generated by Confluence on Oct 01, 2026 10:00</p></section></div></div></body></html>""";
    private static final String CONFLUENCE_SCANNING = """
            <html><head><title>IT Help : Scanning</title></head><body><div id="page"><h1 id="title-heading"><span id="title-text">IT Help : Scanning</span></h1>
            <div id="content"><div id="main-content" class="wiki-content"><p>You can scan to your own mailbox from the printer of the floor.</p>
            <h2 id="Scanning-Mail">By mail</h2><p>Choose mail on the screen and type your address.</p></div></div></div></body></html>""";
    /** Tables that arrange the page, tags that never close, no charset, an attribute without quotes. */
    private static final String CRAWL = """
            <HTML><HEAD><TITLE>Salle de réunion | Intranet</TITLE></HEAD>
            <BODY bgcolor=white><TABLE width=100%><TR><TD width=200><A HREF=/index.htm>Accueil</A><BR><A HREF=/rh.htm>RH</A><BR><A HREF=/ce.htm>CE</A>
            <TD><FONT size=2><A NAME=haut></A><B>Bienvenue</B> dans la page des salles.<BR>Chaque salle a un écran, une console et un câble.
            <H3>Réserver une salle<H3>
            <P>Ouvrez votre calendrier <B>Outlook et choisissez la salle</P></B>
            <UL><LI>Au plus tard la veille<LI>Avec le nombre de personnes<UL><LI>assises</UL><LI>Et l'heure</UL>
            <H3>Une panne ?</H3><P>Voyez <A HREF="../it/wifi.html">le Wi-Fi</A>, <A HREF=#haut>le haut</A>, <A HREF="salles.xls">la liste</A> ou <A HREF="javascript:void(0)">ceci</A>.
            <!-- <P>Brouillon secret</P> --></FONT></TABLE></BODY>""";

    private static final String WIFI = """
            <html><body><main><h1>Le Wi-Fi</h1><p>Le réseau des bureaux se choisit dans la liste, près de l'horloge du PC.</p></main></body></html>""";

    @TempDir
    Path folder = Path.of("");

    private Export export = new Export(Path.of("target/unused"));

    @BeforeEach
    void begin() {
        export = new Export(folder);
    }

    @Test
    void aSharePointPageBecomesAnArticle() throws IOException {
        String report = export.page("SitePages/Acces-a-distance.aspx", SHAREPOINT)
                .page("SitePages/Mot-de-passe.aspx", SHAREPOINT_PASSWORD)
                .imported();

        assertThat(export.files()).containsExactly("intranet-acces-a-distance.fr.md", "intranet-mot-de-passe.fr.md");
        assertThat(export.article("intranet-acces-a-distance.fr.md")).isEqualTo("""
                ---
                id: intranet-acces-a-distance
                title: "Accès à distance"
                summary: "Pour joindre les outils internes hors du bureau, utilisez le VPN de l’entreprise. Il n’est pas utile pour Outlook."
                kind: howto
                questions:
                  - "Accès à distance"
                  - "Comment choisir la passerelle ?"
                owner: "intranet"
                reviewed: 2026-05-12
                source: "export/SitePages/Acces-a-distance.aspx"
                ---
                ## L'essentiel {#l-essentiel}

                Pour joindre les outils internes **hors du bureau**, utilisez le VPN de l’entreprise. Il n’est pas utile pour Outlook.

                ## Se connecter {#se-connecter}

                1. Cliquez sur **Démarrer** : puis tapez VPN.
                2. Choisissez la connexion
                   - au bureau : aucune
                   - ailleurs : Siège
                3. Approuvez sur le téléphone.

                [Mot de passe oublié ?](intranet-mot-de-passe#mot-de-passe-oublie) ou [réinitialisez-le](https://aka.ms/sspr).

                ### Comment choisir la passerelle ?

                | Site | Passerelle |
                | --- | --- |
                | Nancy | vpn-est \\| secours |
                | Lyon | vpn-sud |

                ## En cas d’échec {#en-cas-d-echec}

                Notez le code `809` et [écrivez au support](mailto:support@societe.example).

                (La fenêtre du VPN)
                """);
        assertThat(report)
                .contains("Pages taken: 2", "Pictures, which do not come along: say in words what they show: 1")
                .contains("SitePages/Acces-a-distance.aspx: https://cdn.example/vpn.png")
                .contains("Dead links, their words are kept: 0");
    }

    @Test
    void aConfluenceExportBecomesArticles() throws IOException {
        String report = export.page("Printing-on-the-3rd-floor_98304.html", CONFLUENCE)
                .page("Scanning_98305.html", CONFLUENCE_SCANNING)
                .page("attachments/98304/98310.pdf", "%PDF")
                .page("styles/site.css", "body{}")
                .imported();

        assertThat(export.article("intranet-printing-on-the-3rd-floor.en.md")).isEqualTo("""
                ---
                id: intranet-printing-on-the-3rd-floor
                title: "Printing on the 3rd floor"
                summary: "The printer of the floor is called P-3-EAST and you can use it from any company PC."
                kind: howto
                questions:
                  - "Printing on the 3rd floor"
                owner: "intranet"
                reviewed: 2026-03-05
                source: "export/Printing-on-the-3rd-floor_98304.html"
                ---
                ## Overview {#overview}

                The printer of the floor is called **P-3-EAST** and you can use it from any company PC.

                ## Add the printer {#add-the-printer}

                Open **Settings > Bluetooth & devices > Printers & scanners**.

                | Paper | Tray |
                | --- | --- |
                | A4 | 1 ; 2 |

                Not at home: see [scanning](intranet-scanning), [by mail](intranet-scanning#by-mail) and the old page.

                ### Secure printing

                Type your *badge number* at the printer.

                ## Attached form {#attached-form}

                Use the request form if you need colour.

                ```
                rundll32 printui.dll,PrintUIEntry /il
                ```
                """);
        assertThat(report)
                .contains(
                        "Dead links, their words are kept: 1\n  Printing-on-the-3rd-floor_98304.html: Gone_77777.html")
                .contains("Links to attachments, which do not come along: 1")
                .contains("2 other files were not looked at.")
                .doesNotContain("Alice");
    }

    @Test
    void aBrokenCrawlIsReadAsABrowserReadsIt() throws IOException {
        String report = export.page("salles/salle-reunion.htm", CRAWL)
                .page("salles/salles.xls", "x")
                .page("it/wifi.html", WIFI)
                .imported();

        assertThat(export.body("intranet-salle-reunion.fr.md"))
                .startsWith(
                        "## L'essentiel {#l-essentiel}\n\n**Bienvenue** dans la page des salles.  \nChaque salle a un écran")
                .contains("## Réserver une salle {#reserver-une-salle}\n\n")
                .contains("- Au plus tard la veille\n- Avec le nombre de personnes\n  - assises\n- Et l'heure")
                .contains(
                        "Voyez [le Wi-Fi](intranet-wifi), [le haut](intranet-salle-reunion#l-essentiel), la liste ou ceci.")
                .doesNotContain("Brouillon", "Accueil");
        assertThat(export.article("intranet-salle-reunion.fr.md"))
                .contains("title: \"Salle de réunion\"", "reviewed: 2026-10-01");
        assertThat(report)
                .contains("safety, their words are kept: 1\n  salles/salle-reunion.htm: javascript:void(0)")
                .contains("attachments, which do not come along: 1\n  salles/salle-reunion.htm: salles.xls");
        assertThat(export.document("intranet-salle-reunion.fr.md").faults()).isEmpty();
    }

    @Test
    void theSameExportGivesTheSameFilesAndWhatIsGoneGoes() throws IOException {
        export.page("a/wifi.html", WIFI).page("a/copie.html", WIFI).page("b/scan.html", CONFLUENCE_SCANNING);
        assertThat(export.imported())
                .contains("Duplicates left out: 1\n  a/wifi.html: the same text as a/copie.html", "Pages taken: 2");
        var before = Files.getLastModifiedTime(folder.resolve("imported/intranet-scan.en.md"));
        Files.writeString(folder.resolve("imported/intranet-by-hand.fr.md"), "---\nsource: \"other/x.html\"\n---\n");
        Files.delete(folder.resolve("export/a/copie.html"));

        assertThat(export.imported())
                .contains("Articles of an earlier import removed: 1\n  intranet-copie.fr.md: its page is no longer");
        assertThat(export.files())
                .containsExactly("intranet-by-hand.fr.md", "intranet-scan.en.md", "intranet-wifi.fr.md");
        assertThat(Files.getLastModifiedTime(folder.resolve("imported/intranet-scan.en.md")))
                .isEqualTo(before);
    }

    @Test
    void twinsShareTheirNameAndStrangersDoNot() throws IOException {
        export.page("fr/aide.html", WIFI)
                .page("en/aide.html", CONFLUENCE_SCANNING)
                .page("fr/index.html", SHAREPOINT_PASSWORD)
                .page("x/aide.html", SHAREPOINT)
                .imported();
        assertThat(export.files())
                .hasSize(4)
                .contains("intranet-aide.en.md", "intranet-aide.fr.md", "intranet-fr.fr.md")
                .anyMatch(name -> name.matches("intranet-aide-[0-9a-f]{6}\\.fr\\.md"));
    }

    @Test
    void whatIsNoArticleIsLeftOutWithItsReason() throws IOException {
        String report = export.page(
                        "login.html",
                        "<html><head><meta http-equiv=refresh content='0;url=/login'></head><body>Redirection</body></html>")
                .page(
                        "de.html",
                        "<html lang=de><body><p>Hier steht etwas auf Deutsch über den Drucker im dritten Stock und wie man ihn richtig bedient.</p></body></html>")
                .page("leer.html", "")
                .page("huge.html", "<p>" + "mot de passe ".repeat(500_000))
                .imported();
        assertThat(report)
                .contains("Pages taken: 0")
                .contains("login.html: there is no text in it", "leer.html: there is no text in it")
                .contains("de.html: its text is neither French nor English (de)")
                .contains("huge.html: it is larger than 5 MB");
        assertThat(export.files()).isEmpty();
    }

    @Test
    void aLongSectionIsCutAtItsInnerHeadings() throws IOException {
        String words = "<p>" + "Ouvrez le menu de la machine. ".repeat(40) + "</p>";
        export.page(
                        "long.html",
                        "<main><h1>Long</h1><h2>Tout</h2>" + words + "<h3>Avant</h3>" + words
                                + "<h2>Bref</h2><p>Un.</p><h3>Fin</h3><p>Deux.</p></main>")
                .imported();
        assertThat(export.body("intranet-long.fr.md").lines().filter(line -> line.startsWith("#")))
                .containsExactly("## Tout {#tout}", "## Avant {#avant}", "## Bref {#bref}", "### Fin");
    }
}
