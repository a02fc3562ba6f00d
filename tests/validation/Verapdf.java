import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Asks veraPDF about the files named on standard input, a line each, under the profile whose file
 * is the argument (PDFUA-1 or PDFA-2A). Prints the file and "passed", or a line for each fault.
 *
 * <p>The jar leaves out what veraPDF reads its profiles with, so they are read here.
 */
public class Verapdf {
    private static final String PROFILES = "/org/verapdf/pdfa/validation/";

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile = profile(arguments[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader files = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String file = files.readLine(); file != null; file = files.readLine()) {
            validate(file, profile, out);
        }
    }

    private static void validate(String file, ValidationProfile profile, PrintStream out) throws Exception {
        try (InputStream stream = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(stream, profile.getPDFAFlavour());
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.isCompliant()) {
                out.println(file + "\tpassed");
            }
            for (TestAssertion found : result.getTestAssertions()) {
                if (found.getStatus() == TestAssertion.Status.FAILED) {
                    RuleId rule = found.getRuleId();
                    out.println(file + "\t" + rule.getClause() + "-" + rule.getTestNumber() + ": "
                            + found.getMessage().replaceAll("\\s+", " "));
                }
            }
        }
    }

    private static ValidationProfile profile(String name) throws Exception {
        try (InputStream stream = Profiles.class.getResourceAsStream(PROFILES + name + ".xml")) {
            Document read = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
            Set<Rule> rules = new HashSet<>();
            NodeList ruleNodes = read.getElementsByTagName("rule");
            for (int i = 0; i < ruleNodes.getLength(); i++) {
                rules.add(rule((Element) ruleNodes.item(i)));
            }
            Set<Variable> variables = new HashSet<>();
            NodeList variableNodes = read.getElementsByTagName("variable");
            for (int i = 0; i < variableNodes.getLength(); i++) {
                variables.add(variable((Element) variableNodes.item(i)));
            }
            PDFAFlavour flavour = PDFAFlavour.valueOf(read.getDocumentElement().getAttribute("flavour"));
            return Profiles.profileFromValues(flavour,
                    Profiles.profileDetailsFromValues(name, name, "", new Date(0)), "", rules, variables);
        }
    }

    private static Rule rule(Element node) {
        Element id = (Element) node.getElementsByTagName("id").item(0);
        RuleId ruleId = Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        ErrorDetails error = Profiles.errorFromValues(text(node, "message"), List.of());
        Boolean deferred = node.getAttribute("deferred").isEmpty() ? null
                : Boolean.valueOf(node.getAttribute("deferred"));
        return Profiles.ruleFromValues(ruleId, node.getAttribute("object"), deferred,
                node.getAttribute("tags"), text(node, "description"), text(node, "test"), error, List.of());
    }

    private static Variable variable(Element node) {
        return Profiles.variableFromValues(node.getAttribute("name"), node.getAttribute("object"),
                text(node, "defaultValue"), text(node, "value"));
    }

    private static String text(Element node, String name) {
        return node.getElementsByTagName(name).item(0).getTextContent();
    }
}
