package org.mainforte.appointment.caldav;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.mainforte.outside.Unavailable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A multi-status answer of WebDAV (RFC 4918, section 13). */
final class Multistatus {
    static final String DAV = "DAV:";
    static final String CALDAV = "urn:ietf:params:xml:ns:caldav";
    static final String CALENDAR_SERVER = "http://calendarserver.org/ns/";

    private Multistatus() {}

    /** One resource of the answer. */
    record Response(Element element) {
        String href() {
            return text(DAV, "href");
        }

        /** The text of a property; empty when it is not there. */
        String text(String namespace, String name) {
            NodeList found = element.getElementsByTagNameNS(namespace, name);
            return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
        }

        boolean has(String namespace, String name) {
            return element.getElementsByTagNameNS(namespace, name).getLength() > 0;
        }
    }

    /** @throws Unavailable when it is not such an answer, or only half of it */
    static List<Response> read(byte[] body) {
        List<Response> responses = new ArrayList<>();
        NodeList found = document(body).getElementsByTagNameNS(DAV, "response");
        for (int i = 0; i < found.getLength(); i++) {
            responses.add(new Response((Element) found.item(i)));
        }
        return responses;
    }

    private static Document document(byte[] body) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            // Nothing outside the answer is ever read, whatever it names.
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(body));
        } catch (SAXException | IOException half) {
            throw new Unavailable("An answer of the calendar is not XML", half);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
