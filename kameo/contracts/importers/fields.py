"""What an invoices file may carry, with the names French and English products give to its columns."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.contracts.enums import InvoiceKind
from kameo.core.importing import Field

NUMBER = (
    "invoice number", "invoice", "invoice no", "invoice id", "invoice num", "numero facture", "n facture",
    "no facture", "num facture", "numero de facture", "facture", "numero piece", "n piece", "numero de piece",
    "piece", "document number", "document no", "doc no", "numero document", "order id", "reference facture", "ref",
    "reference", "number", "numero", "n", "no", "num",
)  # fmt: skip
ISSUED = (
    "issued on", "invoice date", "date facture", "date de facture", "date de facturation", "issue date",
    "date d'emission", "date piece", "date de piece", "document date", "date document", "billing date", "order date",
    "date ecriture", "posting date", "date",
)  # fmt: skip
NET = (
    "net", "net amount", "amount excl vat", "montant ht", "total ht", "ht", "amount excluding tax", "untaxed amount",
    "amount untaxed", "subtotal", "sous total", "net total", "ca ht", "chiffre d'affaires", "amount", "montant",
    "invoice amount", "montant facture", "revenue", "turnover", "sales", "ca", "price total", "line total", "total",
    "total amount", "prix total", "montant ligne", "montant net",
)  # fmt: skip
CUSTOMER_KEY = (
    "customer id", "client id", "code client", "code tiers", "customer code", "customer number", "customer no",
    "numero client", "n client", "no client", "compte client", "compte tiers", "account id", "id client",
    "partner id", "company id", "client code", "account number", "numero de compte", "customer", "client", "tiers",
    "bill to id",
)  # fmt: skip
CUSTOMER_NAME = (
    "customer name", "client name", "nom client", "nom du client", "raison sociale", "nom du tiers", "company name",
    "account name", "company", "societe", "entreprise", "customer", "client", "partner", "partenaire", "tiers",
    "account", "bill to", "bill to name", "ship name", "intitule", "nom", "name",
)  # fmt: skip

FIELDS = (
    Field("number", "key", _("number"), NUMBER, strict=True, limit=60),
    Field("issued_on", "date", _("date"), ISSUED, strict=True),
    Field("due_on", "date", _("due"),
          ("due date", "echeance", "date d'echeance", "date echeance", "payment due", "date limite", "due")),
    Field("net", "amount", _("amount excl. VAT"), NET, strict=True),
    Field("gross", "amount", _("amount incl. VAT"),
          ("gross", "total ttc", "montant ttc", "ttc", "gross amount", "amount incl vat", "total incl vat",
           "amount including tax", "total amount due", "net a payer")),
    Field("kind", "choice", _("kind"),
          ("document type", "type de document", "type piece", "type de piece", "type", "nature", "invoice type",
           "type facture", "kind", "move type"), words={
        InvoiceKind.CREDIT_NOTE: ("credit note", "credit memo", "avoir", "credit", "refund", "remboursement",
                                  "out refund", "gutschrift", "note de credit", "av", "cn"),
        InvoiceKind.INVOICE: ("invoice", "facture", "out invoice", "bill", "facture client", "fac", "fa", "rechnung",
                              "acompte", "deposit", "solde"),
    }),
    Field("currency", "currency", _("currency"), ("currency", "devise", "currency code", "monnaie", "curr")),
    Field("label", "text", _("subject"),
          ("subject", "objet", "label", "libelle", "libelle ecriture", "memo", "intitule piece", "invoice label")),
    Field("corrects", "key", _("corrected invoice"),
          ("original invoice", "facture d'origine", "corrected invoice", "facture corrigee", "invoice origin",
           "reversed entry", "facture liee"), limit=60),
    Field("customer_key", "key", _("customer number"), CUSTOMER_KEY, strict=True, limit=80),
    Field("customer_name", "name", _("customer"), CUSTOMER_NAME, strict=True),
    Field("siren", "siren", _("SIREN"), ("siren", "siren client", "customer siren"), strict=True, by_content=True),
    Field("siret", "siret", _("SIRET"), ("siret", "siret client", "customer siret"), strict=True, by_content=True),
    Field("vat", "vat", _("VAT number"),
          ("vat number", "tva intracommunautaire", "numero de tva", "customer vat", "vat id", "n tva client"),
          strict=True, by_content=True),
    Field("country", "country", _("country"),
          ("country", "pays", "customer country", "pays client", "billing country", "ship country")),
    Field("quantity", "number", _("quantity"), ("quantity", "quantite", "qty", "qte", "nombre"), strict=True),
    Field("unit_price", "amount", _("unit price"),
          ("unit price", "prix unitaire", "pu ht", "pu", "price", "unitprice", "prix unitaire ht", "prix"),
          strict=True),
    Field("discount", "number", _("discount"), ("discount", "remise", "discount percent", "taux remise")),
    Field("item_reference", "key", _("item number"),
          ("stock code", "product id", "product code", "reference article", "code article", "item code", "sku",
           "article", "item"), limit=80),
    Field("item_label", "text", _("item"),
          ("description", "designation", "product name", "libelle article", "product", "produit", "item description",
           "libelle ligne", "prestation"), limit=300),
)  # fmt: skip
